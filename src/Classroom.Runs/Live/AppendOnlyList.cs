namespace Classroom.Runs.Live;

/// <summary>
/// A list that is only added to, so that all who read it share one array: a part that was read stays as it is, without a
/// copy. Whoever adds and whoever asks for a part must hold the same lock; a part itself may be read without.
/// </summary>
internal sealed class AppendOnlyList<T>
{
    private T[] items = [];

    public int Count { get; private set; }

    public void AddRange(IReadOnlyList<T> source, int skip)
    {
        if (skip >= source.Count)
        {
            return;
        }

        var count = Count + source.Count - skip;
        if (count > items.Length)
        {
            // A new array where the old one is full: the parts that were read of it keep it.
            Array.Resize(ref items, Math.Max(count, 2 * items.Length));
        }

        for (var i = skip; i < source.Count; i++)
        {
            items[Count++] = source[i];
        }
    }

    /// <summary>All from a place on, as it stands now; nothing where the place lies behind the end.</summary>
    public ArraySegment<T> From(int first) => new ArraySegment<T>(items, 0, Count)[Math.Clamp(first, 0, Count)..];
}
