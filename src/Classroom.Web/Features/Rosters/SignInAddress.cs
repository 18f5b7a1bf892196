using Classroom.School.People;

namespace Classroom.Web.Features.Rosters;

/// <summary>Where a card leads to.</summary>
public static class SignInAddress
{
    /// <summary>With the user name filled in, and never with the password: a picture of the code signs nobody in.</summary>
    public static string For(string school, Person student) =>
        $"{school.TrimEnd('/')}/account/login?user={Uri.EscapeDataString(student.UserName)}";

    /// <summary>As one types it.</summary>
    public static string Shown(string school) => school.TrimEnd('/');
}
