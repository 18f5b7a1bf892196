using System.Text.RegularExpressions;

namespace Classroom.Web.Tests.Api;

/// <summary>
/// What API.md says of each call: a heading "### METHOD /path", below it a table with a row for each parameter ("| `name` | where |")
/// and one with a row for each status ("| 200 | `media/type`: … |"). A row may name several at once.
/// </summary>
internal static partial class ApiPage
{
    /// <summary>One line for each fact, such as <c>GET /api/terms: 200 application/json</c>.</summary>
    public static IReadOnlyList<string> Read(string markdown)
    {
        var facts = new List<string>();
        string? call = null;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                call = Heading().Match(line) is { Success: true } heading ? heading.Groups[1].Value : null;
                facts.AddRange(call is null ? [] : [call]);
            }
            else if (call is not null && Parameter().Match(line) is { Success: true } parameter)
            {
                var where = parameter.Groups[2].Value;
                facts.AddRange(Code().Matches(parameter.Groups[1].Value).Select(name => $"{call}: {where} {name.Groups[1].Value}"));
            }
            else if (call is not null && Status().Match(line) is { Success: true } status)
            {
                var type = status.Groups[2].Success ? $" {status.Groups[2].Value}" : "";
                facts.AddRange(status.Groups[1].Value.Split(", ").Select(code => $"{call}: {code}{type}"));
            }
        }

        return facts;
    }

    [GeneratedRegex(@"^### ([A-Z]+ /\S+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| ((?:`[^`]+`(?:, )?)+) \| (path|query|header|form|body) \|")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\| (\d{3}(?:, \d{3})*) \| (?:`([a-z]+/[a-z0-9.+-]+)`)?")]
    private static partial Regex Status();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
