using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Curves;

/// <summary>
/// While a run trains, a chunk has as many points as came since the last write, often one or two, and its row takes more
/// than they do. Afterwards its curve goes into a few large ones.
/// </summary>
internal static class CurveChunks
{
    private const int PointsInAChunk = 4096;

    /// <summary>The same points in as few chunks as may be; null where they are in no more than that.</summary>
    /// <exception cref="InvalidDataException">A chunk is damaged.</exception>
    public static IReadOnlyList<CurveChunk>? Merge(IReadOnlyList<RunChunk> chunks)
    {
        var count = chunks.Sum(chunk => chunk.Count);
        if (chunks.Count <= (count + PointsInAChunk - 1) / PointsInAChunk)
        {
            return null;
        }

        var points = new List<MetricPoint>(count);
        foreach (var chunk in chunks)
        {
            points.AddRange(CurveCodec.Decode(chunk.FirstSequence, chunk.Data));
        }

        return [.. points.Chunk(PointsInAChunk).Select(part => new CurveChunk(part[0].Sequence, part.Length, CurveCodec.Encode(part)))];
    }
}
