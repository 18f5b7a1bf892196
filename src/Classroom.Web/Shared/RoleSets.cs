using Classroom.School.People;

namespace Classroom.Web.Shared;

/// <summary>Who may open a page, as <c>[Authorize(Roles = …)]</c> wants it.</summary>
public static class RoleSets
{
    public const string Students = nameof(Role.Student);

    public const string Teachers = $"{nameof(Role.Teacher)},{nameof(Role.Admin)}";

    public const string Admins = nameof(Role.Admin);
}
