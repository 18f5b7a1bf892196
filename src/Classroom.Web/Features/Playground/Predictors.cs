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
public sealed class Predictors(RunService runs, DataSetCatalog dataSets, NodeEngine engine) : IDisposable
{
    /// <summary>At 8 bytes a weight and 300,000 weights at most, no more than 100 MB.</summary>
    public const int MostKept = 40;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Kept> kept = [];
    private long asked;

    /// <summary>How many are in memory.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return kept.Count;
            }
        }
    }

    /// <summary>Refused, kindly, where this person may not see the run, where it still trains, or where its weights are no longer kept.</summary>
    public Task<Outcome<OpenedPredictor>> OpenAsync(Actor actor, Guid runId, CancellationToken cancellationToken = default) =>
        OpenAsync(actor, runId, rights: null, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Actor, Guid, CancellationToken)"/>
    /// <param name="actor">Who opens it.</param>
    /// <param name="runId">The run.</param>
    /// <param name="rights">Asked again while it is open; null where it is asked at once and no more.</param>
    /// <param name="cancellationToken">She has left.</param>
    public async Task<Outcome<OpenedPredictor>> OpenAsync(Actor actor, Guid runId, LiveRights? rights, CancellationToken cancellationToken = default)
    {
        if (await runs.FindAsync(actor, runId, cancellationToken) is not { } run)
        {
            return new Refusal.NotFound();
        }

        if (!run.State.IsFinished())
        {
            return new Refusal.Conflict("This network is still training. You can try it out as soon as it is done.");
        }

        return await runs.KeepsWeightsAsync(actor, runId, cancellationToken)
            ? new OpenedPredictor(this, dataSets, actor, run, rights)
            : new Refusal.Conflict(OpenedPredictor.NotKept);
    }

    /// <summary>Null where its weights are gone, or where the actor may no longer see them.</summary>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    internal async Task<T?> AskAsync<T>(Actor actor, Guid runId, Func<Predictor, T> ask)
        where T : class
    {
        var entry = Take(actor, runId);
        Predictor? predictor = null;
        try
        {
            predictor = await entry.Loading.Value;

            // A forward pass takes milliseconds, and many may draw at once: not on a circuit's own time.
            return predictor is null ? null : await Task.Run(() => ask(predictor));
        }
        finally
        {
            GiveBack(runId, entry, loaded: predictor is not null);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (id, entry) in kept.ToList())
            {
                Drop(id, entry);
            }
        }
    }

    private Kept Take(Actor actor, Guid runId)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(runId, out var entry))
            {
                if (kept.Count >= MostKept)
                {
                    var oldest = kept.MinBy(pair => pair.Value.LastAsked);
                    Drop(oldest.Key, oldest.Value);
                }

                kept[runId] = entry = new(() => LoadAsync(actor, runId));
            }

            entry.Asking++;
            entry.LastAsked = ++asked;
            return entry;
        }
    }

    private void GiveBack(Guid runId, Kept entry, bool loaded)
    {
        lock (gate)
        {
            entry.Asking--;
            if (!loaded && kept.GetValueOrDefault(runId) == entry)
            {
                kept.Remove(runId); // the next one tries again
            }

            entry.DisposeWhenFree();
        }
    }

    private void Drop(Guid runId, Kept entry)
    {
        kept.Remove(runId);
        entry.IsDropped = true;
        entry.DisposeWhenFree();
    }

    private async Task<Predictor?> LoadAsync(Actor actor, Guid runId)
    {
        await engine.RequireFitAsync();
        return await runs.ReadWeightsAsync(actor, runId) is { } bytes
            ? await Task.Run(() => Predictor.Load(NetworkWeights.FromSafetensors(bytes)))
            : null;
    }

    private sealed class Kept(Func<Task<Predictor?>> load)
    {
        public Lazy<Task<Predictor?>> Loading { get; } = new(load);

        public int Asking { get; set; }

        public long LastAsked { get; set; }

        public bool IsDropped { get; set; }

        public void DisposeWhenFree()
        {
            if (IsDropped && Asking == 0 && Loading is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { } predictor } })
            {
                predictor.Dispose();
            }
        }
    }
}
