using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Export;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Which of its weights a run ends with: the last ones, or those of the epoch with the lowest validation loss.</summary>
public sealed class KeptWeightsTests
{
    private static readonly TrainingConfig Overfitting =
        Examples.Config(new MlpConfig { Hidden = [32, 32] }, epochs: 60, rate: 0.02) with { Dataset = "points" };

    [Fact]
    public void Early_stopping_keeps_the_weights_of_the_best_epoch()
    {
        var config = Read(Overfitting with { Epochs = 300, Patience = 3 });
        var (run, sink, atEpochs) = Train(config);
        using var _ = run;
        var best = sink.Validations.MinBy(point => point.ValLoss);

        Assert.Equal(RunOutcome.StoppedEarly, run.Outcome);
        Assert.True(best.Step < run.Step);
        Assert.Equal(best.Step, run.WeightsStep);
        Assert.Equal(atEpochs[(int)best.Epoch], Bits(run.Weights()));
        Assert.NotEqual(atEpochs[(int)best.Epoch], atEpochs[(int)sink.Points[^1].Epoch]);
        Assert.Equal(best.Epoch, run.Weights().ReadEpoch());
    }

    [Fact]
    public void The_network_that_is_taken_home_has_the_lowest_validation_loss()
    {
        var (run, sink, _) = Train(Overfitting with { Keep = KeptWeights.Best });
        using var disposed = run;
        using var predictor = Predictor.Load(NetworkWeights.FromSafetensors(run.Weights().ToSafetensors()));
        var data = Examples.Ring;

        var loss = Enumerable.Range(data.Train, data.Validation)
            .Average(i => -Math.Log(predictor.Probabilities(data.Numbers.Span.Slice(2 * i, 2))[data.Labels.Span[i]]));

        Assert.Equal(sink.Validations.Min(point => point.ValLoss!.Value), loss, 1e-4);
        Assert.Contains(
            $"after {run.WeightsStep / 10} of 60 epochs, where the validation loss was lowest",
            ModelPy.Write(run.Weights()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_choice_of_weights_changes_no_curve()
    {
        var (unsaid, last, best) =
            (Train(Overfitting), Train(Overfitting with { Keep = KeptWeights.Last }), Train(Overfitting with { Keep = KeptWeights.Best }));

        Assert.Equal(unsaid.Sink.Bits, last.Sink.Bits);
        Assert.Equal(unsaid.Sink.Bits, best.Sink.Bits);
        Assert.Equal(unsaid.Sink.Frames, best.Sink.Frames);
        Assert.Equal(unsaid.AtEpochs[60], Bits(unsaid.Run.Weights()));
        Assert.Equal(unsaid.AtEpochs[60], Bits(last.Run.Weights()));
        Assert.Equal(unsaid.AtEpochs[(int)best.Sink.Validations.MinBy(point => point.ValLoss).Epoch], Bits(best.Run.Weights()));
        Array.ForEach([unsaid.Run, last.Run, best.Run], run => run.Dispose());
    }

    [Fact]
    public void A_run_that_begins_with_kept_weights_begins_with_the_best_ones()
    {
        var (run, _, atEpochs) = Train(Overfitting with { Keep = KeptWeights.Best });
        using var tuned = new TrainingRun(Overfitting with { From = "first" }, Examples.Ring, run.Weights());

        Assert.Equal(atEpochs[run.WeightsStep / 10], Bits(tuned.Weights()));
        run.Dispose();
    }

    [Fact]
    public void Without_a_choice_early_stopping_keeps_the_best_weights_and_other_runs_the_last()
    {
        Assert.Equal(KeptWeights.Best, Read(Overfitting with { Patience = 3 }).Keep);
        Assert.Equal(KeptWeights.Last, Read(Overfitting with { Patience = 3, Keep = KeptWeights.Last }).Keep);
        Assert.Equal(KeptWeights.Best, Read(Overfitting with { Keep = KeptWeights.Best }).Keep);
        Assert.Equal(Overfitting.ToJson(), Read(Overfitting).ToJson());

        // As it was stored before there was a choice: such a run has kept its last weights, and gives them again.
        Assert.False(TrainingConfig.FromJson((Overfitting with { Patience = 3 }).ToJson()).KeepsBest);
    }

    [Fact]
    public void Weights_that_cannot_be_kept_are_refused_by_name()
    {
        var json = JsonSerializer.Deserialize<JsonElement>(Overfitting.ToJson()[..^1] + """, "keep": "worst" }""");
        var errors = TrainingConfigReader.Read(json, new(), Examples.FindInfo).Errors;

        Assert.Equal("""Must be one of "last", "best"; it is "worst".""", Assert.Single(errors["keep"]));
    }

    [Fact]
    public void A_run_that_stops_early_is_in_the_epoch_of_its_last_step()
    {
        var (run, sink, _) = Train(Overfitting with { Epochs = 300, Patience = 3 });
        using var _1 = run;

        Assert.Equal(RunOutcome.StoppedEarly, run.Outcome);
        Assert.Equal(sink.Points[^1].Epoch, run.Epoch);
    }

    [Fact]
    public void A_run_that_diverges_has_kept_its_best_weights_where_it_was_to()
    {
        // Each step overshoots to five times as far: an epoch is one step, so that some are validated before the loss is infinite.
        var config = Overfitting with
        {
            Dataset = "line",
            Model = new MlpConfig { Hidden = [], Activation = Activation.Linear },
            Loss = LossFunction.MeanSquaredError,
            Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 3 },
            BatchSize = 60,
            Epochs = 500,
            Keep = KeptWeights.Best,
        };
        var (run, sink, atEpochs) = Train(config, Examples.Named("line"));
        using var disposed = run;
        var best = sink.Validations.MinBy(point => point.ValLoss is { } loss && float.IsFinite(loss) ? loss : float.MaxValue);

        Assert.Equal((RunOutcome.Diverged, true, best.Step), (run.Outcome, run.HasBestWeights, run.WeightsStep));
        Assert.Equal(atEpochs[(int)best.Epoch], Bits(run.Weights()));
        using var last = Train(config with { Keep = null }, Examples.Named("line")).Run;
        Assert.False(last.HasBestWeights);
    }

    private static (TrainingRun Run, RecordingSink Sink, Dictionary<int, byte[]> AtEpochs) Train(
        TrainingConfig config, DataSet? dataSet = null)
    {
        var data = dataSet ?? Examples.Ring;
        var sink = new RecordingSink();
        var run = new TrainingRun(config, data);

        // What the weights were after each epoch, from a run that keeps its last ones.
        using var plain = new TrainingRun(config with { Keep = null }, data);
        var atEpochs = new Dictionary<int, byte[]>();
        var beside = new RecordingSink();
        while (!plain.Finished)
        {
            plain.Advance(beside);
            if (beside.Points is [.., { ValLoss: not null } validation])
            {
                atEpochs.TryAdd((int)validation.Epoch, Bits(plain.Weights()));
            }
        }

        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return (run, sink, atEpochs);
    }

    private static TrainingConfig Read(TrainingConfig config)
    {
        var reading = TrainingConfigReader.Read(JsonSerializer.Deserialize<JsonElement>(config.ToJson()), new(), Examples.FindInfo);
        Assert.Empty(reading.Errors);
        return reading.Config!;
    }

    private static byte[] Bits(NetworkWeights weights) =>
        [.. weights.Tensors.SelectMany(tensor => tensor.Values).SelectMany(BitConverter.GetBytes)];
}
