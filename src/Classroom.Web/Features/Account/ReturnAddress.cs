namespace Classroom.Web.Features.Account;

/// <summary>Where to go after signing in.</summary>
public static class ReturnAddress
{
    /// <summary>
    /// The address if it is one of this site, else home: anything else could lead to a look-alike. Browsers read a
    /// backslash as a slash and drop tabs and line breaks, so none of them may hide a second slash.
    /// </summary>
    public static string OrHome(string? address) =>
        address is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";

    /// <summary>The sign-in page, which comes back to this address.</summary>
    public static string SignIn(string address) => $"/account/login?returnUrl={Uri.EscapeDataString(address)}";
}
