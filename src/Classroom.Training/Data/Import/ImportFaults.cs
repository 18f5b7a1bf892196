namespace Classroom.Training.Data.Import;

/// <summary>
/// All that is wrong with an upload. So many faults are kept as someone reads; the others are counted, so that a file that
/// is wrong in each of a million lines costs no memory.
/// </summary>
internal sealed class ImportFaults
{
    private const int Most = 20;
    private const int LongestName = 120;

    private readonly List<ImportError> kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<ImportError> Errors => Count <= Most
        ? kept
        : [.. kept, new("", null, $"And {Count - Most:N0} more faults like these.")];

    public void Add(string file, string message, long? at = null, long? line = null, string? entry = null)
    {
        Count++;
        if (kept.Count < Most)
        {
            kept.Add(new(Shown(file), at, message) { Line = line, Entry = entry is null ? null : Shown(entry) });
        }
    }

    /// <summary>What a stranger wrote, such that it can stand in a message: of bounded length and in one line.</summary>
    public static string Shown(string text, int longest = LongestName)
    {
        var cut = text.Length > longest ? text[..longest] + "…" : text;
        return string.Concat(cut.Select(c => char.IsControl(c)
            || char.IsSurrogate(c)
            || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
            ? '\ufffd'
            : c));
    }
}
