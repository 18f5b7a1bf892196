namespace Classroom.Training.Data.Import;

/// <summary>The first pictures of each class, for people to check.</summary>
internal static class PictureSample
{
    private const int OfEachClass = 3;

    /// <param name="labels">One for each picture, in the order in which they came.</param>
    /// <param name="names">The name of each label.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="read">Reads the picture with this number into the span.</param>
    public static IReadOnlyList<SamplePicture> Take(
        ReadOnlySpan<byte> labels, IReadOnlyList<string> names, int height, int width, Action<int, Span<byte>> read)
    {
        var taken = new int[names.Count];
        var sample = new List<(int Label, SamplePicture Picture)>();
        for (var number = 0; number < labels.Length && sample.Count < OfEachClass * names.Count; number++)
        {
            if (taken[labels[number]]++ < OfEachClass)
            {
                var pixels = new byte[height * width];
                read(number, pixels);
                sample.Add((labels[number], new(names[labels[number]], height, width, pixels)));
            }
        }

        return [.. sample.OrderBy(taken => taken.Label).Select(taken => taken.Picture)];
    }
}
