using System.Globalization;

namespace Classroom.School.PictureSignIn;

/// <summary>
/// What a list of names that is shown to nobody in particular says of each: "Ada L." is enough for Ada to find herself. Those who would read
/// the same have their whole names.
/// </summary>
public static class ShortNames
{
    /// <summary>In the order of the names.</summary>
    public static IReadOnlyList<string> From(IReadOnlyList<string> names)
    {
        string[] shortened = [.. names.Select(Shorten)];
        var shared = shortened.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => same.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. shortened.Zip(names, (brief, whole) => shared.Contains(brief) ? whole : brief)];
    }

    private static string Shorten(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? name : $"{words[0]} {StringInfo.GetNextTextElement(words[^1])}.";
    }
}
