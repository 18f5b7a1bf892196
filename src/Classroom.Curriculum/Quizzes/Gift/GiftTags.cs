using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>What looks like HTML in a text, and which of it is kept.</summary>
internal static partial class GiftTags
{
    /// <summary>The tags that are kept, each with its name here; those without one only group text.</summary>
    public static IReadOnlyDictionary<string, string> Kept { get; } = new Dictionary<string, string>
    {
        ["p"] = "p",
        ["div"] = "p",
        ["ul"] = "ul",
        ["ol"] = "ol",
        ["li"] = "li",
        ["br"] = "br",
        ["b"] = "strong",
        ["strong"] = "strong",
        ["i"] = "em",
        ["em"] = "em",
        ["code"] = "code",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["span"] = "",
    };

    /// <summary>The text has something in it that HTML would not show as it stands.</summary>
    public static bool IsIn(string source) => Tag().IsMatch(source) || Entity().IsMatch(source);

    public static string Encode(string plain) => plain
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    [GeneratedRegex(
        "<(?<end>/?)(?<name>(?>[A-Za-z][A-Za-z0-9]*))(?<rest>[^<>]*)>|<(?<name>[!?])(?<rest>[^<>]*)>", RegexOptions.CultureInvariant)]
    public static partial Regex Tag();

    [GeneratedRegex("&(#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    // What Moodle's editor adds to tags, and a slash at the end.
    [GeneratedRegex(
        """^(\s+(class|dir|id|lang|style)\s*=\s*("[^"]*"|'[^']*'))*\s*/?\z""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    public static partial Regex Style();
}
