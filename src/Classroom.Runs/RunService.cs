using System.Text.Json;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.Runs.Live;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Configs;
using Classroom.Training.Settings;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs;

/// <summary>What people can do with runs: start one, see one, pause, resume and stop one. Asks first who may.</summary>
public sealed class RunService(
    RunReader reader,
    RunCreator creator,
    DataSetCatalog dataSets,
    RunFeed feed,
    IGrainFactory grains,
    Trainers trainers,
    RunsOptions options,
    ILogger<RunService> logger)
{
    private const string DataSetField = "dataset";

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
        var source = await FindSourceAsync(actor, config, cancellationToken);
        var reading = TrainingConfigReader.Read(config, options.Limits, visible.GetValueOrDefault, source);
        if (!reading.IsValid)
        {
            var gone = await ExplainGoneAsync(actor, config, cancellationToken);
            return new Refusal.Invalid([.. reading.Errors.SelectMany(
                field => field.Value.Select(message => new Fault(field.Key, field.Key == DataSetField ? gone ?? message : message)))]);
        }

        var created = await creator.CreateAsync(
            actor,
            new NewRun
            {
                Title = RunTitle.Create(reading.Config, visible[reading.Config.Dataset]),
                Slug = slug,
                TrialId = trial?.TrialId,
                TrialRun = trial?.Name,
                ConfigJson = reading.Config.ToJson(),
                DataSetId = reading.Config.Dataset,
                Steps = reading.Steps,
                Epochs = reading.Config.Epochs,
                TrainExamples = reading.TrainExamples,
            },
            cancellationToken);
        if (created.Succeeded)
        {
            await StartAsync(created.Value.Id);
        }

        return created;
    }

    /// <summary>Finds the run that the config wants to go on from, among those that the actor may see and whose weights are kept.</summary>
    public async Task<Func<string, TrainingConfig?>> FindSourceAsync(
        Actor actor, JsonElement config, CancellationToken cancellationToken = default)
    {
        if (config.ValueKind != JsonValueKind.Object || !config.TryGetProperty("from", out var from) || ReadId(from) is not { } id)
        {
            return _ => null;
        }

        var source = await reader.FindWithWeightsAsync(actor, id, cancellationToken);
        return asked => source is not null && Guid.TryParse(asked, out var askedId) && askedId == id
            ? TrainingConfig.FromJson(source.ConfigJson)
            : null;
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

    /// <summary>The name of a run's owner where that is someone else; null for one's own run.</summary>
    public Task<string?> FindOtherOwnerAsync(Actor actor, Run run) =>
        run.OwnerId == actor.UserId ? Task.FromResult<string?>(null) : reader.FindOtherOwnerAsync(actor, run.Id);

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
    public async Task<bool> HasWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default) =>
        await reader.FindWithWeightsAsync(actor, id, cancellationToken) is not null;

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

    /// <summary>Null where the config's data set never was there for this person, or still is.</summary>
    private async Task<string?> ExplainGoneAsync(Actor actor, JsonElement config, CancellationToken cancellationToken) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(DataSetField, out var named) && ReadId(named) is { } id
        && await dataSets.FindGoneAsync(actor, id, cancellationToken) is { } gone
            ? gone.ReplacedById is null
                ? $"The data set “{gone.Title}” has been removed, so no new run can learn from it. Choose another data set."
                : $"The data set “{gone.Title}” has been replaced by a newer version. Choose the new one from the list of data sets."
            : null;

    private static Guid? ReadId(JsonElement from)
    {
        try
        {
            return from.ValueKind == JsonValueKind.String && Guid.TryParse(from.GetString(), out var id) ? id : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character, which is no text
        }
    }

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
