using Classroom.Runs.Grains;
using Classroom.Training.Loop;

namespace Classroom.Runs.Live;

/// <summary>
/// What a viewer has not seen yet: a view of what the node has, not a copy. <paramref name="More"/> completes when there is more.
/// </summary>
public sealed record RunNews(RunStatus Status, ArraySegment<MetricPoint> Points, IReadOnlyList<RunFrameMessage> Frames, Task More);
