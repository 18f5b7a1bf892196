using Classroom.School.Runs;
using Classroom.Training.Configs;
using Classroom.Training.Measures;
using Classroom.Web.Features.Charts.Live;

namespace Classroom.Web.Features.Experiments;

internal static class MeasuredRuns
{
    /// <summary>What has come of a run, to be measured and then dropped.</summary>
    public static MeasuredRun Measured(this WatchedRun run) => new()
    {
        Points = run.Points(),
        Steps = run.Steps,
        Frames = [.. run.Kinds.SelectMany(run.Frames)
            .OrderBy(frame => frame.Step)
            .Select(frame => new Classroom.Training.Probes.ProbeFrame(frame.Step, frame.Epoch, frame.Kind, frame.Json))],
        TrainingTime = TimeSpan.FromMilliseconds(run.Status.TrainingMilliseconds),
        Weights = run.DataSet is { } data ? TrainingEstimate.Create(run.Config, data).Weights : null,
        Diverged = run.Status.State == RunState.Diverged,
    };
}
