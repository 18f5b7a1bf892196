using Classroom.School;
using Classroom.Training;
using Classroom.Web.Features.Lab.Watching;

namespace Classroom.Web.Features.Lab.Experiments;

internal static class MeasuredRuns
{
    /// <summary>What has come of a run, to be measured and then dropped.</summary>
    public static MeasuredRun Measured(this WatchedRun run) => new()
    {
        Points = run.Points(),
        Steps = run.Steps,
        Frames = [.. run.Kinds.SelectMany(run.Frames).OrderBy(frame => frame.Step).Select(frame => new Classroom.Training.ProbeFrame(frame.Step, frame.Epoch, frame.Kind, frame.Json))],
        TrainingTime = TimeSpan.FromMilliseconds(run.Status.TrainingMilliseconds),
        Diverged = run.Status.State == RunState.Diverged,
    };
}
