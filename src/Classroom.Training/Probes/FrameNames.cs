namespace Classroom.Training.Probes;

/// <summary>The names of classes as frames hold them.</summary>
internal static class FrameNames
{
    // A name that a student has to recognize; the data set knows all of it.
    private const int LongestName = 24;

    public static IReadOnlyList<string> Shorten(IEnumerable<string> names) => [.. names.Select(Shorten)];

    private static string Shorten(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var end = char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1;
        return name[..end] + "…";
    }
}
