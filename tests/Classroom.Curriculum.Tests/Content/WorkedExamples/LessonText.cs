using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Classroom.Curriculum.Lessons;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>
/// What all tests of worked examples share: the terms, the words and tables of their lessons, and numbers as lessons write them.
/// </summary>
internal static partial class LessonText
{
    private static readonly Lazy<Curriculum> All = new(() => CurriculumLoader.Load(Curriculum.DefaultFolder));

    /// <summary>The term with this slug, out of a curriculum that is loaded once for all tests.</summary>
    public static Term Find(string slug) => All.Value.Find(slug)!;

    /// <summary>One of a term's files as it was written, with the tables and descriptions of figures that plain text leaves out.</summary>
    public static string Source(string slug, string file) => File.ReadAllText(Path.Combine(Curriculum.DefaultFolder, slug, file));

    /// <summary>The answer to the number question with this id.</summary>
    public static decimal Answer(this Term term, string id) =>
        term.Quiz!.Questions.OfType<NumberQuestion>().Single(question => question.Id == id).Answer;

    /// <summary>The words of a page, tables included: emphasis and links vanish, every other tag parts two words.</summary>
    public static string Words(this LessonLevel level) =>
        string.Join(' ', Decoded(InlineTag().Replace(level.Html, ""), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The rows of a page's tables, cells parted by bars.</summary>
    public static IReadOnlyList<string> Rows(this LessonLevel level) =>
        [.. Row()
            .Matches(level.Html)
            .Select(row => string.Join(" | ", Cell().Matches(row.Value).Select(cell => Decoded(cell.Groups[1].Value, ""))))];

    /// <summary>A number with commas between thousands, a real minus and at most so many decimals.</summary>
    public static string Show<T>(T value, int decimals = 9)
        where T : IFormattable => Written(value, "#,0." + new string('#', decimals));

    /// <summary>The same with exactly so many decimals.</summary>
    public static string Fixed<T>(T value, int decimals)
        where T : IFormattable => Written(value, $"N{decimals}");

    private static string Written(IFormattable value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Decoded(string html, string forTags) => WebUtility.HtmlDecode(Tag().Replace(html, forTags));

    [GeneratedRegex("</?(a|em|strong|sub|sup)\\b[^>]*>")]
    private static partial Regex InlineTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<tr>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[dh][^>]*>(.*?)</t[dh]>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
