using Classroom.Runs.Curves;
using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

public sealed class CurveChunksTests
{
    [Fact]
    public void Many_small_chunks_become_few_with_the_same_points()
    {
        var points = Enumerable.Range(0, 10_000)
            .Select(i => new MetricPoint(i, i + 1, i / 125.0, i * 0.5f, i % 3 == 0 ? null : 0.25f, null, null))
            .ToList();
        var id = Guid.NewGuid();
        var small = points.Chunk(7).Select(part => new RunChunk
        {
            RunId = id,
            FirstSequence = part[0].Sequence,
            Count = part.Length,
            Data = CurveCodec.Encode(part),
        }).ToList();

        var merged = CurveChunks.Merge(small)!;

        Assert.Equal(3, merged.Count);
        Assert.Equal(points.Count, merged.Sum(chunk => chunk.Count));
        Assert.Equal(points, merged.SelectMany(chunk => CurveCodec.Decode(chunk.FirstSequence, chunk.Data)));
        Assert.Null(CurveChunks.Merge([.. merged.Select(
            chunk => new RunChunk { RunId = id, FirstSequence = chunk.FirstSequence, Count = chunk.Count, Data = chunk.Data })]));
        Assert.Null(CurveChunks.Merge([]));
    }
}
