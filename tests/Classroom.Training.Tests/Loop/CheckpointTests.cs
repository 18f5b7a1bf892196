using System.Security.Cryptography;
using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class CheckpointTests
{
    public static TheoryData<string, TrainingConfig> Kinds => new()
    {
        { "digits", Examples.Config(Examples.SmallCnn with { Dropout = 0.3 }, epochs: 2) },
        {
            "digits",
            Examples.Config(Examples.SmallCnn, epochs: 2) with
            {
                Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.05, Momentum = 0.9 },
                Schedule = LearningRateSchedule.Cosine
            }
        },
        { "digits", Examples.Config(new AutoencoderConfig { Hidden = [16], Code = 2 }, epochs: 2) },
        { "sentences", Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 12 }, epochs: 2) },
        { "sentences", Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 6, Layers = 2 }, epochs: 2) },
        { "rises", Examples.Config(new RnnConfig { Cell = Cell.Rnn, Hidden = 6 }, epochs: 3) },
        { "points", Examples.Config(new MlpConfig { Hidden = [8, 8], Residual = true, Dropout = 0.1 }, epochs: 12) with { Patience = 3 } },
        {
            "points",
            Examples.Config(new MlpConfig { Hidden = [32, 32] }, epochs: 40, rate: 0.02) with { Patience = 3, Keep = KeptWeights.Best }
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_resumed_run_goes_on_bit_for_bit(string dataSet, TrainingConfig config)
    {
        var data = Examples.Named(dataSet);
        var whole = new RecordingSink();
        var saved = new List<(byte[] Checkpoint, int Points, int Frames)>();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            if (run.CanSave)
            {
                saved.Add((run.Save(), run.Points, run.Frames));
            }

            run.Advance(whole);
        }

        // After the start, in the middle of an epoch, between two epochs, and before the last step.
        var stepsPerEpoch = run.Steps / run.Epochs;
        foreach (var (checkpoint, points, frames) in new[]
        {
            saved[0],
            saved[stepsPerEpoch / 2],
            saved[stepsPerEpoch],
            saved[saved.Count / 2],
            saved[^1]
        })
        {
            var rest = new RecordingSink();
            using var resumed = TrainingRun.Resume(config, data, checkpoint);
            while (!resumed.Finished)
            {
                resumed.Advance(rest);
            }

            Assert.Equal(whole.Bits.Skip(points), rest.Bits);
            Assert.Equal(whole.Frames.Skip(frames), rest.Frames);
            Assert.Equal((run.Outcome, run.WeightsStep), (resumed.Outcome, resumed.WeightsStep));
            Assert.Equal(run.Weights().ToSafetensors(), resumed.Weights().ToSafetensors());
        }
    }

    [Fact]
    public void Saving_changes_nothing()
    {
        var config = Examples.Config(Examples.SmallCnn with { Dropout = 0.3 });
        var undisturbed = Examples.Train(config, Examples.FewDigits);
        var disturbed = new RecordingSink();
        using var run = new TrainingRun(config, Examples.FewDigits);
        while (!run.Finished)
        {
            run.Advance(disturbed);
            if (run.CanSave)
            {
                run.Save();
            }
        }

        Assert.Equal(undisturbed.Bits, disturbed.Bits);
    }

    [Fact]
    public void No_flipped_bit_goes_unnoticed()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [3] });
        var checkpoint = Saved(config);
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var damaged = checkpoint.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Throws<InvalidDataException>(() => TrainingRun.Resume(config, Examples.Ring, damaged));
        }
    }

    [Fact]
    public void A_checkpoint_from_before_weights_could_be_chosen_goes_on_bit_for_bit()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [3] }, epochs: 3) with { Patience = 2 };
        var whole = Examples.Train(config, Examples.Ring);

        // It ended before the step of the best weights and their number.
        var content = Saved(config)[..^(SHA256.HashSizeInBytes + (2 * sizeof(int)))];
        content[4] = 1;
        using var resumed = TrainingRun.Resume(config, Examples.Ring, [.. content, .. SHA256.HashData(content)]);
        var rest = new RecordingSink();
        while (!resumed.Finished)
        {
            resumed.Advance(rest);
        }

        Assert.Equal(whole.Bits, rest.Bits);
        Assert.Equal(resumed.Step, resumed.WeightsStep);
    }

    [Fact]
    public void A_cut_checkpoint_is_refused()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [3] });
        var checkpoint = Saved(config);
        foreach (var length in new[] { 0, 3, 4, 36, 100, checkpoint.Length / 2, checkpoint.Length - 1 })
        {
            Assert.Throws<InvalidDataException>(() => TrainingRun.Resume(config, Examples.Ring, checkpoint[..length]));
        }
    }

    [Fact]
    public void A_checkpoint_of_another_config_is_refused()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [3] });
        var fault = Assert.Throws<InvalidDataException>(() => TrainingRun.Resume(config with { Seed = 1 }, Examples.Ring, Saved(config)));

        Assert.Contains("another config", fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Saved(TrainingConfig config)
    {
        using var run = new TrainingRun(config, Examples.Ring);
        while (!run.CanSave)
        {
            run.Advance(new RecordingSink());
        }

        return run.Save();
    }
}
