using System.Text;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// What the comments of a question say in brackets: <c>// [id:limits] [tag:Chapter 1]</c>. Moodle reads id and tag; the other fields are
/// ours, for what GIFT has no place for, and other programs pass over them like any comment. A bracket in a value is written \].
/// </summary>
internal sealed class GiftComments
{
    public const string Id = "id";
    public const string Tag = "tag";
    public const string Tags = "tags";
    public const string Level = "level";
    public const string Hint = "hint";
    public const string Unit = "unit";
    public const string Explanation = "explanation";
    public const string Feedback = "feedback";

    private static readonly string[] Known = [Id, Tag, Tags, Level, Hint, Unit, Explanation, Feedback];

    private readonly List<(string Name, int Line, string Value)> fields = [];

    public bool Any => fields.Count > 0;

    public void Add(int line, string comment)
    {
        for (var open = comment.IndexOf('[', StringComparison.Ordinal);
            open >= 0;
            open = comment.IndexOf('[', open + 1))
        {
            if (Array.Find(Known, name => string.CompareOrdinal(comment, open + 1, name + ":", 0, name.Length + 1) == 0) is not { } found)
            {
                continue;
            }
            var (value, end) = ReadValue(comment, open + found.Length + 2);
            if (value is null)
            {
                return;
            }
            fields.Add((found, line, value.Trim()));
            open = end;
        }
    }

    public IReadOnlyList<(int Line, string Value)> All(string name) =>
        [.. fields.Where(field => field.Name == name).Select(field => (field.Line, field.Value))];

    public IReadOnlyList<string> AllTags() =>
    [
        .. fields.Where(field => field.Name == Tag).Select(field => field.Value)
            .Concat(fields.Where(field => field.Name == Tags)
                .SelectMany(field => field.Value.Split(',', StringSplitOptions.TrimEntries)))
            .Where(tag => tag.Length > 0)
            .Distinct(),
    ];

    /// <summary>A field as it is written into a comment.</summary>
    public static string Write(string name, string value) =>
        $"[{name}:{value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal)}]";

    // Null where no bracket closes it.
    private static (string? Value, int End) ReadValue(string comment, int start)
    {
        var value = new StringBuilder();
        for (var at = start; at < comment.Length; at++)
        {
            if (comment[at] == ']')
            {
                return (value.ToString(), at);
            }
            if (comment[at] == '\\' && at + 1 < comment.Length && comment[at + 1] is ']' or '\\')
            {
                at++;
            }
            value.Append(comment[at]);
        }
        return (null, comment.Length);
    }
}
