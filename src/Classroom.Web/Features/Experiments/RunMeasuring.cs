using Classroom.Runs;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Measures;
using Classroom.Web.Features.Charts.Live;

namespace Classroom.Web.Features.Experiments;

/// <summary>Reads what has come of a run, without a page that watches it.</summary>
public sealed class RunMeasuring(RunService runs, DataSetCatalog dataSets, TimeProvider clock)
{
    /// <summary>Null where the actor sees no such run, and while it has not ended.</summary>
    public async Task<MeasuredRun?> FindAsync(Actor actor, Guid runId, CancellationToken cancellationToken = default)
    {
        if (await runs.FindAsync(actor, runId, cancellationToken) is not { } run || !run.State.IsFinished())
        {
            return null;
        }

        var dataSet = await dataSets.FindForRunAsync(actor, run.DataSetId, cancellationToken);
        await using var watched = new WatchedRun(
            run, dataSet, name: null, place: 0, await runs.WatchAsync(run, cancellationToken), clock);
        watched.Read();
        return watched.IsComplete ? watched.Measured() : null;
    }
}
