using Classroom.School.Sessions;

namespace Classroom.School.Accounts;

public static class SchoolClaimTypes
{
    public const string DisplayName = "classroom:display-name";

    /// <summary>The id of the <see cref="SignInSession"/>.</summary>
    public const string Session = "classroom:session";

    /// <summary>As Identity names it.</summary>
    internal const string SecurityStamp = "AspNet.Identity.SecurityStamp";
}
