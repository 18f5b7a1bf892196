using Classroom.School.Accounts;

namespace Classroom.Web.Features.Classes;

/// <param name="Password">Told this once: the program keeps only its hash.</param>
public sealed record NewStudentAnswer(int Id, string UserName, string Name, string Password)
{
    public static NewStudentAnswer From(Credentials account) =>
        new(account.Person.Id, account.Person.UserName, account.Person.DisplayName, account.Password);
}
