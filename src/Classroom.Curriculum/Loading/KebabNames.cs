using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Loading;

/// <summary>The values of an enum as content names them: <c>LossSurface</c> is <c>loss-surface</c>.</summary>
internal static partial class KebabNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(value => Capital().Replace(value.ToString(), "-$0").ToLowerInvariant(), StringComparer.Ordinal);

    public static T? Find(YamlFields fields, string key, LinedText text)
    {
        if (ByName.TryGetValue(text.Text, out var value))
        {
            return value;
        }
        fields.Fault($"\"{key}\" cannot be \"{text.Text}\"; there are {string.Join(", ", ByName.Keys)}.", text.Line);
        return null;
    }

    [GeneratedRegex("(?<=.)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
