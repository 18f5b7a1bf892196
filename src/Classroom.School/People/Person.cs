namespace Classroom.School.People;

/// <summary>A person as others may see her.</summary>
public sealed record Person(int Id, string UserName, string DisplayName, Role Role)
{
    internal static Person From(User user) => new(user.Id, user.UserName!, user.DisplayName, user.Role);
}
