namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// The characters of one question's lines, with the escapes resolved: a backslash takes their meaning from ~ = # { } : and itself, and
/// \n is a line break. Any other backslash stands for itself, as in Moodle.
/// </summary>
internal sealed class GiftChars
{
    private readonly List<char> values = [];
    private readonly List<bool> escaped = [];
    private readonly List<int> lines = [];

    public GiftChars(IEnumerable<(int Line, string Text)> source)
    {
        foreach (var (line, text) in source)
        {
            if (values.Count > 0)
            {
                Add('\n', isEscaped: false, line);
            }
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length && Resolve(text[at + 1]) is { } meant)
                {
                    Add(meant, isEscaped: true, line);
                    at++;
                }
                else
                {
                    Add(text[at], isEscaped: false, line);
                }
            }
        }
    }

    public GiftSpan All => new(this, 0, values.Count);

    public char this[int at] => values[at];

    /// <summary>The character without an escape, so it means what it means in the format; otherwise none.</summary>
    public char Sign(int at) => escaped[at] ? '\0' : values[at];

    public int Line(int at) => lines.Count == 0 ? 1 : lines[Math.Min(at, lines.Count - 1)];

    private static char? Resolve(char next) => next switch
    {
        '~' or '=' or '#' or '{' or '}' or ':' or '\\' => next,
        'n' => '\n',
        _ => null,
    };

    private void Add(char value, bool isEscaped, int line)
    {
        values.Add(value);
        escaped.Add(isEscaped);
        lines.Add(line);
    }
}
