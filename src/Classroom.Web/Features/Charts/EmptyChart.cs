using Classroom.School.Runs;

namespace Classroom.Web.Features.Charts;

/// <summary>What stands in a chart that has no point yet, so that it is never an empty box.</summary>
public static class EmptyChart
{
    public const string Coming = "The curve will appear in a moment.";

    /// <param name="runs">Those that the chart shows: whether their curve is here, where they stand, and whether they have a point.</param>
    /// <returns>Null where there is a point.</returns>
    public static string? Describe(IReadOnlyCollection<(bool IsRead, RunState State, bool HasPoint)> runs) =>
        runs.Any(run => run.HasPoint) ? null
        : runs.Any(run => !run.IsRead) ? Coming
        : runs.All(run => run.State.IsFinished()) ? "No point was measured."
        : runs.All(run => run.State == RunState.Queued || run.State.IsFinished()) ? "The first point appears soon after training starts."
        : "The first point appears after the first steps.";
}
