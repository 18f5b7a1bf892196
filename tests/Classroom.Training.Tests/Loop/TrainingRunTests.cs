using System.Text.Json;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using TorchSharp;

namespace Classroom.Training.Tests;

public sealed class TrainingRunTests
{
    [Fact]
    public void A_point_comes_for_each_step_and_one_after_each_epoch()
    {
        var sink = Examples.Train(Examples.Config(Examples.SmallCnn, epochs: 2) with { BatchSize = 100 }, Examples.FewDigits);

        // 320 pictures: three batches of 100 and one of 20.
        Assert.Equal([1, 2, 3, 4, 4, 5, 6, 7, 8, 8], sink.Points.Select(p => p.Step));
        Assert.Equal(Enumerable.Range(0, 10), sink.Points.Select(p => p.Sequence));
        Assert.Equal([4, 9], sink.Validations.Select(p => p.Sequence));
        Assert.Equal([0.25, 0.5, 0.75, 1, 1, 1.25, 1.5, 1.75, 2, 2], sink.Points.Select(p => p.Epoch));
        Assert.All(sink.Points, p => Assert.NotEqual(p.TrainLoss is null, p.ValLoss is null));
        Assert.All(sink.Points, p => Assert.Equal(p.TrainLoss is null, p.TrainAccuracy is null));
    }

    [Fact]
    public void The_first_loss_is_that_of_guessing()
    {
        var cnn = Examples.Train(Examples.Config(Examples.SmallCnn), Examples.FewDigits);
        Assert.InRange(cnn.Points[0].TrainLoss!.Value, MathF.Log(10) - 0.2f, MathF.Log(10) + 0.2f);

        var rnn = Examples.Train(Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 12 }), Examples.Sentences);
        var guessing = MathF.Log(Examples.Sentences.Classes.Count);
        Assert.InRange(rnn.Points[0].TrainLoss!.Value, guessing - 0.3f, guessing + 0.3f);
    }

    [Fact]
    public void Progress_is_told_from_start_to_end()
    {
        var sink = new RecordingSink();
        using var run = new TrainingRun(Examples.Config(Examples.SmallCnn, epochs: 2), Examples.FewDigits);
        Assert.Equal((0, 20, 1, 2, RunOutcome.Running), (run.Step, run.Steps, run.Epoch, run.Epochs, run.Outcome));

        var epochs = new List<int>();
        while (!run.Finished)
        {
            epochs.Add(run.Epoch);
            run.Advance(sink);
        }

        Assert.Equal(epochs.Order(), epochs);
        Assert.Equal([1, 2], epochs.Distinct());
        Assert.Equal((20, 2, RunOutcome.Completed), (run.Step, run.Epoch, run.Outcome));

        var points = sink.Points.Count;
        run.Advance(sink);
        Assert.Equal(points, sink.Points.Count);
    }

    [Fact]
    public void A_huge_learning_rate_diverges_at_a_recorded_step()
    {
        var config = Examples.Config(Examples.SmallCnn with { Activation = Activation.Linear }, epochs: 5) with
        {
            Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 1000 },
        };
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, Examples.FewDigits);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        Assert.Equal(RunOutcome.Diverged, run.Outcome);
        Assert.True(run.Step < run.Steps);
        Assert.Equal(run.Step, sink.Points[^1].Step);
        Assert.False(float.IsFinite(sink.Points[^1].TrainLoss ?? sink.Points[^1].ValLoss!.Value));
        Assert.All(sink.Points.SkipLast(1), p => Assert.True(float.IsFinite(p.TrainLoss ?? p.ValLoss!.Value)));
    }

    [Fact]
    public void Predictions_show_sixteen_validation_pictures_before_training_and_after_each_epoch()
    {
        var data = Examples.FewDigits;
        var sink = Examples.Train(Examples.Config(Examples.SmallCnn, epochs: 2) with { Probes = [ProbeKinds.Predictions] }, data);

        Assert.Equal([(0, 0), (10, 1), (20, 2)], sink.Frames.Select(f => (f.Step, f.Epoch)));
        foreach (var frame in sink.Frames)
        {
            Assert.Equal("predictions", frame.Kind);
            var json = JsonDocument.Parse(frame.Json).RootElement;
            var images = json.GetProperty("images").EnumerateArray().ToList();
            Assert.Equal(16, images.Count);
            Assert.Equal(data.Labels.Slice(data.Train, 16).ToArray(), images.Select(i => i.GetProperty("label").GetByte()));
            Assert.All(images, i => Assert.Equal(frame.Epoch == 0, i.TryGetProperty("pixels", out _)));
            Assert.All(images, i => Assert.InRange(i.GetProperty("predicted").GetInt32(), 0, 9));
            Assert.All(images, i => Assert.InRange(i.GetProperty("probability").GetDouble(), 0.1, 1));
        }

        var first = JsonDocument.Parse(sink.Frames[0].Json).RootElement;
        Assert.Equal(
            (28, 28, 10),
            (first.GetProperty("width").GetInt32(), first.GetProperty("height").GetInt32(), first.GetProperty("classes").GetArrayLength()));
    }

    [Fact]
    public void Text_is_written_before_training_and_at_the_end_and_differs_as_the_network_learns()
    {
        var sink = Examples.Train(Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 12 }, epochs: 2), Examples.Sentences);

        Assert.Equal((0, 2), (sink.Frames[0].Epoch, sink.Frames[^1].Epoch));
        var texts = sink.Frames.Select(f => JsonDocument.Parse(f.Json).RootElement).ToList();
        Assert.All(texts, t => Assert.Equal(80, t.GetProperty("text").GetString()!.Length));
        Assert.All(texts, t => Assert.EndsWith(" ", t.GetProperty("prompt").GetString(), StringComparison.Ordinal));
        Assert.Equal(texts.Count, texts.Select(t => t.GetProperty("text").GetString()).Distinct().Count());
    }

    [Fact]
    public void Tensors_do_not_pile_up_over_many_steps()
    {
        // Statistics are kept for each thread, so tests beside this one do not count; the examples' own tensors stay.
        ExampleTensors.From(Examples.Sentences);
        var sink = new RecordingSink();
        var lstm = Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 8, Layers = 2 }, epochs: 32) with { Clip = 1 };
        var before = Alive();
        var afterFrames = new List<long>();
        using (var run = new TrainingRun(lstm, Examples.Sentences))
        {
            Assert.True(run.Steps > 500);
            while (!run.Finished)
            {
                var frames = sink.Frames.Count;
                run.Advance(sink);
                if (sink.Frames.Count > frames && run.Step > 0)
                {
                    afterFrames.Add(Alive());
                }
            }
        }

        Assert.True(afterFrames.Count >= 5);
        Assert.All(afterFrames, alive => Assert.Equal(afterFrames[0], alive));
        Assert.Equal(before, Alive());
    }

    [Fact]
    public void A_run_can_be_left_at_any_moment_and_disposed_twice()
    {
        var run = new TrainingRun(Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 8 }), Examples.Sentences);
        run.Advance(new RecordingSink());
        run.Dispose();
        run.Dispose();

        Assert.Throws<ObjectDisposedException>(() => run.Advance(new RecordingSink()));
    }

    [Fact]
    public void A_model_that_does_not_fit_the_data_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new TrainingRun(Examples.Config(Examples.SmallCnn), Examples.Sentences));
        Assert.Contains("model.kind", error.Message, StringComparison.Ordinal);
    }

    private static long Alive() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;
}
