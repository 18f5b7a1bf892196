using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using TorchSharp;

namespace Classroom.Training.Tests;

/// <summary>What holds for every probe.</summary>
public sealed class AllProbesTests
{
    public static TheoryData<string, TrainingConfig> Runs => new()
    {
        { "digits", Examples.Config(Examples.SmallCnn with { Dropout = 0.3 }, epochs: 2) },
        { "digits", Examples.Config(new AutoencoderConfig { Hidden = [16], Code = 2 }, epochs: 2) },
        { "digits", Examples.Config(new MlpConfig { Hidden = [12] }, epochs: 2) },
        { "sentences", Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 6, Layers = 2 }, epochs: 2) },
        { "rises", Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 6 }, epochs: 2) },
        { "sums", Examples.Config(new RnnConfig { Cell = Cell.Rnn, Hidden = 6 }, epochs: 2) with { Loss = LossFunction.MeanSquaredError } },
        { "points", Examples.Config(new MlpConfig { Hidden = [8, 8], Dropout = 0.1 }, epochs: 6) with { Clip = 1 } },
        { "line", Examples.Config(new MlpConfig(), epochs: 3) with { Loss = LossFunction.MeanSquaredError } },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Looking_changes_neither_curve_nor_weights(string dataSet, TrainingConfig config)
    {
        var data = Examples.Named(dataSet);
        var (unseen, unseenWeights) = Train(config with { Probes = [] }, data);
        var (seen, weights) = Train(WithAll(config, data), data);

        Assert.Empty(unseen.Frames);
        Assert.Equal(ProbeKinds.For(config.Model, data), seen.Frames.Select(frame => frame.Kind).Distinct());
        Assert.Equal(unseen.Bits, seen.Bits);
        Assert.Equal(unseenWeights, weights);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_resumed_run_gives_the_same_frames(string dataSet, TrainingConfig config)
    {
        var data = Examples.Named(dataSet);
        config = WithAll(config, data);
        var whole = new RecordingSink();
        using var run = new TrainingRun(config, data);
        var saved = new List<(byte[] Checkpoint, int Frames)>();
        while (!run.Finished)
        {
            if (run.CanSave)
            {
                saved.Add((run.Save(), run.Frames));
            }

            run.Advance(whole);
        }

        // At the start, in the second epoch, and before the last step.
        foreach (var (checkpoint, frames) in new[] { saved[0], saved[(saved.Count / run.Epochs) + 1], saved[^1] })
        {
            var rest = new RecordingSink();
            using var resumed = TrainingRun.Resume(config, data, checkpoint);
            while (!resumed.Finished)
            {
                resumed.Advance(rest);
            }

            Assert.Equal(whole.Frames.Skip(frames), rest.Frames);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Tensors_do_not_pile_up(string dataSet, TrainingConfig config)
    {
        var data = Examples.Named(dataSet);
        ExampleTensors.From(data);
        var (_, unseenLeft) = Alive(config with { Epochs = 5, Probes = [] });
        var (alive, left) = Alive(WithAll(config, data) with { Epochs = 5 });

        Assert.Equal(5, alive.Count);
        Assert.All(alive, count => Assert.Equal(alive[0], count));
        Assert.Equal(unseenLeft, left);

        // In each epoch after the first step, and what is left when the run has gone.
        (List<long> Alive, long Left) Alive(TrainingConfig trained)
        {
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            var counts = new List<long>();
            var run = new TrainingRun(trained, data);
            while (!run.Finished)
            {
                run.Advance(new RecordingSink());
                if (run.CanSave && run.Step % (run.Steps / run.Epochs) == 1)
                {
                    counts.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount - before);
                }
            }

            run.Dispose();
            return (counts, DisposeScopeManager.Statistics.ThreadTotalLiveCount - before);
        }
    }

    [Fact]
    public void Every_kind_has_a_run_here_that_it_fits()
    {
        var all = typeof(ProbeKinds).GetFields()
            .Where(field => field.IsLiteral && field.IsPublic)
            .Select(field => (string)field.GetRawConstantValue()!);
        var fitting = Runs.Select(row => row.Data).SelectMany(row => ProbeKinds.For(row.Item2.Model, Examples.Named(row.Item1))).Distinct();
        Assert.Equal(all.Order(), fitting.Order());
        Assert.All(Runs.Select(row => row.Data), row => Assert.NotEmpty(ProbeKinds.Default(row.Item2.Model, Examples.Named(row.Item1))));
    }

    [Fact]
    public void Without_a_choice_few_probes_look()
    {
        var sink = Examples.Train(Examples.Config(Examples.SmallCnn), Examples.FewDigits);
        Assert.Equal(["predictions", "filters", "confusion"], sink.Frames.Select(frame => frame.Kind).Distinct());
    }

    /// <summary>The largest of everything: names in letters of three bytes, pictures of 64 × 64, wide layers, large kernels.</summary>
    [Theory]
    [MemberData(nameof(LargestRuns))]
    public void No_frame_is_larger_than_the_limit_or_than_its_probe_says(TrainingConfig config, string dataSet)
    {
        var data = LargestData.Named(dataSet);
        Assert.Empty(ModelTable.Create(config.Model, data).Size.Faults);
        using var probed = new Probed(config, data);
        foreach (var kind in ProbeKinds.For(config.Model, data))
        {
            using var probe = ProbeKinds.Create(kind, probed.Run);
            var first = Encoding.UTF8.GetByteCount(Probed.Capture(probe).Frame.GetRawText());
            Assert.True(first <= ProbeFrame.LargestJson, $"{kind}: {first} bytes");
            var later = Encoding.UTF8.GetByteCount(Probed.Capture(probe, epoch: 1).Frame.GetRawText());
            Assert.True(later <= probe.Bytes, $"{kind}: {later} bytes, not {probe.Bytes}");
        }
    }

    public static TheoryData<TrainingConfig, string> LargestRuns => new()
    {
        { Examples.Config(new CnnConfig { Conv = [64], Kernel = 15 }), "pictures of few classes" },
        { Examples.Config(new CnnConfig { Conv = [16, 16, 16, 2], Pool = Pooling.None }), "pictures of few classes" },
        { Examples.Config(new CnnConfig { Conv = [16, 16], Pool = Pooling.Stride }), "pictures" },
        { Examples.Config(new CnnConfig { Conv = [8, 8, 64, 64], Pool = Pooling.Stride }), "pictures of many classes" },
        { Examples.Config(new MlpConfig { Hidden = [48] }), "pictures of many classes" },
        { Examples.Config(new AutoencoderConfig { Hidden = [32], Code = 128 }), "pictures of many classes" },
        { Examples.Config(new MlpConfig { Hidden = [512, 64] }), "points" },
        { Examples.Config(new MlpConfig { Hidden = [17] }), "points of few classes" },
        { Examples.Config(new MlpConfig { Hidden = [.. Enumerable.Repeat(64, 12)] }), "rows" },
        { Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 8, Layers = 2 }), "sequences" },
        {
            Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 8, Layers = 2 }) with { Loss = LossFunction.MeanSquaredError },
            "forecasts"
        },
        { Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 128 }), "text" },
    };

    private static TrainingConfig WithAll(TrainingConfig config, DataSet data) =>
        config with { Probes = ProbeKinds.For(config.Model, data) };

    private static (RecordingSink Sink, byte[] Weights) Train(TrainingConfig config, DataSet data)
    {
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return (sink, run.Weights().Tensors.SelectMany(tensor => tensor.Values).SelectMany(BitConverter.GetBytes).ToArray());
    }
}
