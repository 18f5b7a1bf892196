using System.Text.RegularExpressions;

namespace Classroom.EndToEnd;

/// <summary>The form of the sign-in page, filled in by a program.</summary>
public static partial class SignInForm
{
    public const string Address = "/account/login";

    /// <param name="page">The page with the form: its hidden fields have to come back.</param>
    /// <param name="userName">Who signs in.</param>
    /// <param name="password">Her password.</param>
    public static IReadOnlyDictionary<string, string> Fill(string page, string userName, string password)
    {
        var fields = new Dictionary<string, string> { ["username"] = userName, ["password"] = password };
        foreach (Match field in HiddenField().Matches(page))
        {
            fields[field.Groups["name"].Value] = field.Groups["value"].Value;
        }

        return fields;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" """)]
    private static partial Regex HiddenField();
}
