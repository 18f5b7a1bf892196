using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Loading;

/// <summary>Texts that are shown as they are, and lists of them: what questions and experiments have in common.</summary>
internal static partial class PlainFields
{
    /// <summary>A text that is shown as it is, on one line; empty where it is missing.</summary>
    public static string Plain(this YamlFields fields, string key) => fields.Text(key) is { } text ? fields.Plain(key, text) : "";

    public static string Plain(this YamlFields fields, string key, LinedText text)
    {
        if (Markup().Match(text.Text) is { Success: true } markup)
        {
            fields.Fault(
                $"\"{key}\" is shown as plain text, so \"{markup.Value}\" would be seen as it stands; only a prompt is Markdown.",
                text.Line);
        }
        return Spaces().Replace(text.Text, " ");
    }

    public static void AtLeast(this YamlFields fields, int least, int count, string what)
    {
        if (count < least)
        {
            fields.Fault($"Of {what} there are {count}; at least {least} are needed.");
        }
    }

    public static void Distinct(this YamlFields fields, IEnumerable<string> texts, string what)
    {
        foreach (var twice in texts.Where(text => text.Length > 0)
            .GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1))
        {
            fields.Fault($"Two of the {what} are the same: \"{twice.Key}\".");
        }
    }

    [GeneratedRegex(@"\*\*|`|\]\(|</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
