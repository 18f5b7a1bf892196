using System.Text.Json;
using System.Text.Json.Nodes;
using Classroom.Curriculum.Experiments;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.Experiments;
using Classroom.School.Runs;
using Classroom.Training.Configs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Experiments;

/// <summary>Takes a trial through its experiment: which runs are to be trained next, and what an answer is worth.</summary>
public sealed class ExperimentService(ExperimentStore store, RunService runs)
{
    private const string OursComesAfter = "First try a network of your own. Then you can look at ours.";
    private const string BegunAnew = "This experiment has been started over in another window. Reload the page.";

    /// <summary>The actor's newest trial; null before her first prediction.</summary>
    public Task<TrialView?> CurrentAsync(Actor actor, Experiment experiment) => store.CurrentAsync(actor, experiment.Id);

    /// <param name="actor">Who predicts.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="prediction">One of its choices.</param>
    /// <param name="seen">Her newest trial as her page knows it; null where it knows of none.</param>
    public Task<Outcome<TrialView>> PredictAsync(Actor actor, Experiment experiment, string prediction, Guid? seen = null) =>
        store.PredictAsync(actor, experiment.Id, prediction, seen);

    /// <summary>
    /// Starts every run of the trial that can start: the base first, those that go on from it when it is done. Once they have
    /// all begun, nothing more happens; a run that failed is made again.
    /// </summary>
    /// <returns>The trial as it is then, or why a run could not be started; what was started before that goes on.</returns>
    public async Task<Outcome<TrialView>> AdvanceAsync(Actor actor, Experiment experiment, Guid trialId)
    {
        if (await store.CurrentAsync(actor, experiment.Id) is not { } trial || trial.Id != trialId)
        {
            return new Refusal.Conflict(BegunAnew);
        }

        if (experiment.IsBuild && !OwnRuns(experiment, trial).Any(run => HasCounted(run.State)))
        {
            return new Refusal.Conflict(OursComesAfter);
        }

        foreach (var run in Missing(experiment, trial))
        {
            var baseRun = ExperimentConfigs.NeedsBase(run) ? RunOf(trial, experiment.Base!.Name)?.Id.ToString() : null;
            var config = ExperimentConfigs.Create(experiment, run, baseRun: baseRun);
            var created = await runs.CreateAsync(actor, config, experiment.TermSlug, new TrialPlace(trial.Id, run.Name));
            if (!created.Succeeded)
            {
                return created.Refusal;
            }
        }

        return await store.CurrentAsync(actor, experiment.Id) is { } after ? after : new Refusal.NotFound();
    }

    /// <summary>Trains a network that she has built herself, beside the experiment's own runs.</summary>
    public async Task<Outcome<Run>> TrainOwnAsync(Actor actor, Experiment experiment, Guid trialId, TrainingConfig config)
    {
        if (!experiment.IsBuild)
        {
            return new Refusal.NotFound();
        }

        // The budget is a limit like any other.
        var within = TrainingConfigReader.Read(
            JsonSerializer.SerializeToElement(JsonNode.Parse(config.ToJson())),
            new TrainingLimits { MaxWeights = experiment.Budget!.Value },
            id => BuiltInDataSets.List.FirstOrDefault(info => info.Id == id));
        if (!within.IsValid)
        {
            return new Refusal.Invalid(
                [.. within.Errors.SelectMany(field => field.Value.Select(message => new Fault(field.Key, message)))]);
        }

        if (await store.CurrentAsync(actor, experiment.Id) is not { } trial || trial.Id != trialId)
        {
            return new Refusal.Conflict(BegunAnew);
        }

        var run = new ExperimentRun($"Mine {OwnRuns(experiment, trial).Count() + 1}", config.ToJson());
        return await runs.CreateAsync(
            actor, ExperimentConfigs.Create(experiment, run), experiment.TermSlug, new TrialPlace(trial.Id, run.Name));
    }

    /// <summary>The runs that she has added herself, in the order in which they were made.</summary>
    public static IEnumerable<RunSummary> OwnRuns(Experiment experiment, TrialView trial) =>
        trial.Runs.Where(run => !AllRuns(experiment).Any(wanted => wanted.Name == run.TrialRun));

    /// <summary>Whether a run has come to an end that can be looked at.</summary>
    public static bool HasCounted(RunState state) => state.IsFinished() && state != RunState.Failed;

    /// <summary>
    /// The experiment's own runs that stand on the page: all of them, but of a build only those she has asked for after a try.
    /// </summary>
    public static IEnumerable<ExperimentRun> ShownRuns(Experiment experiment, Func<string, bool> isThere) =>
        AllRuns(experiment).Where(run => !experiment.IsBuild || isThere(run.Name));

    /// <summary>The newest run of this name; null where it has not been started.</summary>
    public static RunSummary? RunOf(TrialView trial, string name) => trial.Runs.LastOrDefault(run => run.TrialRun == name);

    /// <summary>Every run that there is to be, the base first.</summary>
    public static IEnumerable<ExperimentRun> AllRuns(Experiment experiment) =>
        experiment.Base is { } first ? [first, .. experiment.Runs] : experiment.Runs;

    /// <summary>
    /// A run's place on the page, whenever it begins: the experiment's own in the order of the content, then those she has added.
    /// </summary>
    public static int PlaceOf(Experiment experiment, TrialView trial, RunSummary run)
    {
        List<string?> names = [
            .. AllRuns(experiment).Select(wanted => wanted.Name), .. OwnRuns(experiment, trial).Select(own => own.TrialRun)
        ];
        return names.IndexOf(run.TrialRun);
    }

    /// <summary>Keeps an answer that has been checked.</summary>
    public Task<Outcome<TrialView>> AnswerAsync(Actor actor, Experiment experiment, Guid trialId, int question, CheckedAnswer answer) =>
        store.AnswerAsync(
            actor,
            trialId,
            question,
            experiment.Questions.Count,
            answer.Words,
            answer.IsRight ?? true,
            experiment.IsBuild ? 1 : AllRuns(experiment).Count());

    private static IEnumerable<ExperimentRun> Missing(Experiment experiment, TrialView trial)
    {
        var baseIsDone = experiment.Base is null || RunOf(trial, experiment.Base.Name) is { State: RunState.Completed or RunState.Stopped };
        return AllRuns(experiment)
            .Where(run => RunOf(trial, run.Name) is null or { State: RunState.Failed })
            .Where(run => baseIsDone || !ExperimentConfigs.NeedsBase(run));
    }
}
