using System.Text.Json;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.Runs.Live;
using Classroom.School;
using Classroom.School.Runs;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs;

/// <summary>
/// What people can do with runs: start one, see one, pause, resume and stop one. Asks first who may. How configs are read is in
/// RunService.Configs.cs.
/// </summary>
public sealed partial class RunService(
    RunReader reader,
    RunCreator creator,
    DataSetCatalog dataSets,
    RunFeed feed,
    IGrainFactory grains,
    Trainers trainers,
    RunsOptions options,
    ILogger<RunService> logger)
{
    /// <summary>
    /// Whoever starts a run does not wait for a trainer that has just died: the run is stored, and <see cref="RunRecovery"/> takes it
    /// up.
    /// </summary>
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A page shows a run without its forecast rather than late.</summary>
    private static readonly TimeSpan ForecastTimeout = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Checks the config, stores the run and hands it to its grain. Refused as a whole: every wrong field is named, and
    /// nothing is stored.
    /// </summary>
    /// <param name="actor">Who will own the run.</param>
    /// <param name="config">A config as API.md of Classroom.Web describes it, from anyone.</param>
    /// <param name="slug">
    /// The term whose lesson the run belongs to, for the gradebook; null for a run of one's own, and for one with a trial.
    /// </param>
    /// <param name="trial">The walk through an experiment that the run is part of; null for a run of one's own.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<Outcome<Run>> CreateAsync(
        Actor actor, JsonElement config, string? slug = null, TrialPlace? trial = null, CancellationToken cancellationToken = default)
    {
        var visible = (await dataSets.ListAsync(actor, cancellationToken)).ToDictionary(info => info.Id);
        var checkedConfig = await ReadAsync(actor, config, visible, cancellationToken);
        if (!checkedConfig.Succeeded)
        {
            return checkedConfig.Refusal;
        }

        var (reading, wanted) = (checkedConfig.Value, checkedConfig.Value.Config!);
        var created = await creator.CreateAsync(
            actor,
            new NewRun
            {
                Title = RunTitle.Create(wanted, visible[wanted.Dataset]),
                Slug = slug,
                TrialId = trial?.TrialId,
                TrialRun = trial?.Name,
                ConfigJson = wanted.ToJson(),
                DataSetId = wanted.Dataset,
                Steps = reading.Steps,
                Epochs = wanted.Epochs,
                TrainExamples = reading.TrainExamples,
            },
            cancellationToken);
        if (created.Succeeded)
        {
            await StartAsync(created.Value.Id);
        }

        return created;
    }

    /// <summary>Null where there is no such run, or none that the actor may see.</summary>
    public async Task<Run?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        var run = await reader.FindAsync(actor, id, cancellationToken);
        if (run is not null)
        {
            run.Message = trainers.Explain(run.State) ?? run.Message;
        }

        return run;
    }

    /// <summary>What the actor may do with a run that <see cref="FindAsync"/> has given her; null where she has lost it since.</summary>
    public async Task<RunStanding?> FindStandingAsync(Actor actor, Run run, CancellationToken cancellationToken = default) =>
        run.OwnerId == actor.UserId ? new(IsManaged: true, Owner: null) : await reader.FindStandingAsync(actor, run.Id, cancellationToken);

    /// <summary>
    /// What a run can expect; nothing where it is not driven, or its node is too busy to tell. Ask <see cref="FindAsync"/> first.
    /// </summary>
    public async Task<RunForecast> ForecastAsync(Guid id)
    {
        if (!trainers.Any)
        {
            return RunForecast.None;
        }

        try
        {
            return await grains.GetGrain<IRunGrain>(id).ForecastAsync().WaitAsync(ForecastTimeout);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            return RunForecast.None;
        }
    }

    /// <summary>
    /// The network that the run has ended with, as a safetensors file. Null where there is no such run, none that the actor
    /// may see, or its weights are not kept.
    /// </summary>
    public Task<byte[]?> ReadWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) =>
        reader.ReadWeightsAsync(actor, id, cancellationToken);

    /// <summary>True where <see cref="ReadWeightsAsync"/> would give them.</summary>
    public Task<bool> HasWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) =>
        reader.HasWeightsAsync(actor, id, cancellationToken);

    /// <summary>The run and all that comes of it; null where there is no such run, or none that the actor may see.</summary>
    public async Task<RunWatch?> WatchAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) =>
        await reader.FindAsync(actor, id, cancellationToken) is { } run ? await feed.WatchAsync(run, cancellationToken) : null;

    /// <summary>
    /// The same of a run that <see cref="FindAsync"/> has just given: its row is not read again. Null where it has gone since.
    /// </summary>
    public Task<RunWatch?> WatchAsync(Run found, CancellationToken cancellationToken = default) =>
        feed.WatchAsync(found, cancellationToken);

    /// <summary>True while the actor may see all of these runs; for whatever stays open.</summary>
    public Task<bool> MaySeeAllAsync(Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
        reader.MaySeeAllAsync(actor, ids, cancellationToken);

    public Task<Refusal?> PauseAsync(Actor actor, Guid id) =>
        ControlAsync(actor, id, grain => grain.PauseAsync(), "Only a run that is waiting or training can be paused.");

    public Task<Refusal?> ResumeAsync(Actor actor, Guid id) =>
        ControlAsync(actor, id, grain => grain.ResumeAsync(), "Only a paused run can be resumed.");

    public Task<Refusal?> StopAsync(Actor actor, Guid id) =>
        ControlAsync(actor, id, grain => grain.StopAsync(), "This run has already ended.");

    private async Task StartAsync(Guid id)
    {
        if (!trainers.Any)
        {
            logger.LogWarning(
                "Run {Run} waits: {Reason}",
                id,
                trainers.Unfit > 0 ? "whoever should train failed the arithmetic check" : "no trainer is in the cluster");
            return;
        }

        try
        {
            await grains.GetGrain<IRunGrain>(id).StartAsync().WaitAsync(StartTimeout);
        }
        catch (Exception fault)
        {
            // The run is stored and waits; RunRecovery takes it up.
            logger.LogError(fault, "Run {Run} could not be started at once", id);
        }
    }

    private async Task<Refusal?> ControlAsync(Actor actor, Guid id, Func<IRunGrain, Task<bool>> act, string forbidden)
    {
        if (!await reader.MayControlAsync(actor, id))
        {
            return new Refusal.NotFound();
        }

        if (trainers.Absence is { } absence)
        {
            return new Refusal.Conflict(absence);
        }

        try
        {
            return await act(grains.GetGrain<IRunGrain>(id)) ? null : new Refusal.Conflict(forbidden);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            logger.LogWarning(fault, "Run {Run}: its node does not answer", id);
            return new Refusal.Conflict(
                "The trainer of this run is not answering, so this may not have worked. Another one is taking over: check again in a few "
                    + "seconds.");
        }
    }
}
