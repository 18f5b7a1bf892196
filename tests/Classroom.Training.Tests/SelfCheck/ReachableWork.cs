using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Export;
using Classroom.Training.Interactive;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>All that the program computes for a config: a run from start to end, and what is asked of the finished network.</summary>
internal static class ReachableWork
{
    public static void Do(TrainingConfig config)
    {
        var data = ReachableConfigs.DataOf(config);
        var weights = Train(config, data);
        Ask(weights, config.Choose(data));
        if (config is { Model: MlpConfig { Dropout: 0 }, From: null } && data.Kind == DataSetKind.Table)
        {
            WorkByHand(config, data);
        }
    }

    /// <summary>A whole run, which is saved and resumed before its last step.</summary>
    private static NetworkWeights Train(TrainingConfig config, DataSet data)
    {
        var start = config.From is null ? null : Train(config with { From = null, Freeze = 0 }, data);
        var sink = new RecordingSink();
        byte[] checkpoint;
        using (var begun = new TrainingRun(config, data, start))
        {
            while (!begun.Finished && (begun.Step < begun.Steps - 1 || !begun.CanSave))
            {
                begun.Advance(sink);
            }

            checkpoint = begun.Save();
        }

        using var run = TrainingRun.Resume(config, data, checkpoint);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        Assert.NotEqual(RunOutcome.Diverged, run.Outcome);
        return run.Weights();
    }

    private static void Ask(NetworkWeights weights, DataSet data)
    {
        using var predictor = Predictor.Load(weights);
        if (data.Kind == DataSetKind.Text)
        {
            predictor.PredictNext(data.Classes[0]);
            predictor.PredictNext(string.Concat(data.Classes));
            return;
        }

        var inputs = new float[predictor.Inputs];
        predictor.Predict(inputs);
        if (predictor.Model is not AutoencoderConfig && !data.IsRegression)
        {
            predictor.Probabilities(inputs);
        }

        if (predictor.Model is CnnConfig)
        {
            predictor.Maps(inputs);
        }
    }

    private static void WorkByHand(TrainingConfig config, DataSet data)
    {
        using var network = new InteractiveNetwork(config, data);
        network.SetWeights(network.GetWeights());
        network.Step(0);
        network.Batch(network.Batches - 1);
        network.Gradients(network.Batches - 1);
        network.Loss(0);
        network.FiniteDifference(0, 0);
        network.Accuracy();
        foreach (var kind in ProbeKinds.For(config.Model, network.Data))
        {
            network.Capture(kind, epoch: 0);
        }
    }
}
