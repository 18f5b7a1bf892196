using BitFaster.Caching;
using BitFaster.Caching.Atomic;
using BitFaster.Caching.Lru;
using Classroom.Runs;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Export;
using Classroom.Training.Networks;
using Classroom.Training.SelfCheck;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Playground;

/// <summary>
/// The networks of finished runs, ready to answer. A few stay in memory, shared by all who ask them: those that were asked last.
/// One that must go is given back only when nobody asks it any more, and is loaded again when somebody does.
/// </summary>
/// <param name="runs">Reads their weights.</param>
/// <param name="dataSets">What they were trained on.</param>
/// <param name="engine">Computes their answers.</param>
/// <param name="capacity">How many stay in memory, at least 3.</param>
public sealed class Predictors(RunService runs, DataSetCatalog dataSets, NodeEngine engine, int capacity = Predictors.MostKept)
    : IDisposable
{
    /// <summary>At 8 bytes a weight and 300,000 weights at most, no more than 100 MB.</summary>
    public const int MostKept = 40;

    // Strictly the one that was asked longest ago makes room: caches that want to see a network asked twice before they keep it
    // would throw out those of a class that opens all its networks at once.
    private readonly AtomicFactoryScopedAsyncCache<Guid, Predictor> loaded =
        new(new ClassicLru<Guid, ScopedAsyncAtomicFactory<Guid, Predictor>>(capacity));

    /// <summary>How many are in memory.</summary>
    public int Count => loaded.Count;

    /// <summary>
    /// Refused, kindly, where this person may not see the run, where it still trains, or where its weights are no longer kept.
    /// </summary>
    public Task<Outcome<OpenedPredictor>> OpenAsync(Actor actor, Guid runId, CancellationToken cancellationToken = default) =>
        OpenAsync(actor, runId, rights: null, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Actor, Guid, CancellationToken)"/>
    /// <param name="actor">Who opens it.</param>
    /// <param name="runId">The run.</param>
    /// <param name="rights">Asked again while it is open; null where it is asked at once and no more.</param>
    /// <param name="cancellationToken">She has left.</param>
    public async Task<Outcome<OpenedPredictor>> OpenAsync(
        Actor actor, Guid runId, LiveRights? rights, CancellationToken cancellationToken = default)
    {
        if (await runs.FindAsync(actor, runId, cancellationToken) is not { } run)
        {
            return new Refusal.NotFound();
        }

        if (!run.State.IsFinished())
        {
            return new Refusal.Conflict("This network is still training. You can try it out as soon as it is done.");
        }

        return await runs.HasWeightsAsync(actor, runId, cancellationToken)
            ? new OpenedPredictor(this, dataSets, actor, run, rights)
            : new Refusal.Conflict(OpenedPredictor.NotKept);
    }

    /// <summary>Null where its weights are gone, or where the actor may no longer see them.</summary>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    internal async Task<T?> AskAsync<T>(Actor actor, Guid runId, Func<Predictor, T> ask)
        where T : class
    {
        try
        {
            // One that makes room meanwhile is disposed with the last of these.
            using var borrowed = await loaded.ScopedGetOrAddAsync(runId, async id => new Scoped<Predictor>(await LoadAsync(actor, id)));

            // A forward pass takes milliseconds, and many may draw at once: not on a circuit's own time.
            return await Task.Run(() => ask(borrowed.Value));
        }
        catch (WeightsGoneException)
        {
            return null;
        }
    }

    public void Dispose() => loaded.Clear();

    private async Task<Predictor> LoadAsync(Actor actor, Guid runId)
    {
        await engine.RequireFitAsync();
        var bytes = await runs.ReadWeightsAsync(actor, runId) ?? throw new WeightsGoneException();
        return await Task.Run(() => Predictor.Load(NetworkWeights.FromSafetensors(bytes)));
    }

    // Nothing is kept where a load throws, and the next one tries again.
    private sealed class WeightsGoneException : Exception;
}
