using Classroom.Runs.DataSets;
using Classroom.School.Runs;
using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Grains;

/// <summary>All that a run needs to begin, or to go on where an earlier process has left it.</summary>
internal sealed class RunStart
{
    private readonly Run run;
    private readonly ILogger logger;
    private NetworkWeights? weights;
    private byte[]? checkpoint;

    private RunStart(Run run, TrainingConfig config, DataSet data, ILogger logger) =>
        (this.run, Config, Data, this.logger) = (run, config, data, logger);

    public TrainingConfig Config { get; }

    public DataSet Data { get; }

    /// <summary>The step of the checkpoint; null for a run that begins.</summary>
    public int? CheckpointStep { get; private set; }

    /// <summary>Training time until then, as far as one can tell.</summary>
    public TimeSpan TrainedBefore =>
        TimeSpan.FromMilliseconds(run.Step > 0 ? (double)run.TrainingMilliseconds * (CheckpointStep ?? 0) / run.Step : 0);

    /// <summary>The same for configs whose steps take the same time.</summary>
    public string SimilarityKey => (Config with { Seed = 0, Epochs = 1, Optimizer = Config.Optimizer with { LearningRate = 1 } }).ToJson();

    /// <summary>True where the run that this one shall begin with has lost its weights.</summary>
    public bool LacksWeights => Config.From is not null && weights is null && checkpoint is null;

    /// <exception cref="InvalidDataException">The data set or the weights cannot be read.</exception>
    public static async Task<RunStart> LoadAsync(Run run, RunJournal journal, DataSetCatalog dataSets, ILogger logger)
    {
        var start = new RunStart(run, TrainingConfig.FromJson(run.ConfigJson), await dataSets.LoadAsync(run.DataSetId), logger);
        if (run.Points > 0)
        {
            await start.FindCheckpointAsync(journal);
        }

        if (start.Config.From is { } from && start.checkpoint is null && await journal.ReadWeightsAsync(Guid.Parse(from)) is { } bytes)
        {
            start.weights = NetworkWeights.FromSafetensors(bytes);
        }

        return start;
    }

    /// <summary>Builds the model; once, on the training thread, since it takes time.</summary>
    public TrainingRun Build()
    {
        var (saved, first) = (checkpoint, weights);
        (checkpoint, weights) = (null, null);
        if (saved is not null)
        {
            try
            {
                var resumed = TrainingRun.Resume(Config, Data, saved);
                if (resumed.Points <= run.Points)
                {
                    return resumed;
                }

                // It would leave a gap in the curve.
                resumed.Dispose();
                logger.LogWarning(
                    "Run {Run}: the checkpoint at step {Step} is ahead of the stored curve; starting anew", run.Id, CheckpointStep);
            }
            catch (InvalidDataException fault)
            {
                logger.LogWarning(fault, "Run {Run}: the checkpoint at step {Step} cannot be used; starting anew", run.Id, CheckpointStep);
            }
        }

        return new TrainingRun(Config, Data, first);
    }

    private async Task FindCheckpointAsync(RunJournal journal)
    {
        var found = await journal.FindCheckpointAsync(run.Id, int.MaxValue);
        while (found is not null && !(found.IsIntact() && TrainingRun.CanResume(Config, found.Data)))
        {
            logger.LogWarning("Run {Run}: the checkpoint at step {Step} is damaged; going on from the one before it", run.Id, found.Step);
            found = await journal.FindCheckpointAsync(run.Id, found.Step);
        }

        (checkpoint, CheckpointStep) = (found?.Data, found?.Step);
        logger.LogInformation("Run {Run} goes on from step {Step}; step {Stored} was reached", run.Id, CheckpointStep ?? 0, run.Step);
    }
}
