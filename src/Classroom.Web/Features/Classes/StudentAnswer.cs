using Classroom.School.People;

namespace Classroom.Web.Features.Classes;

public sealed record StudentAnswer(int Id, string UserName, string Name)
{
    public static StudentAnswer From(Person person) => new(person.Id, person.UserName, person.DisplayName);
}
