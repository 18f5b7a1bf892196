using System.Text.Json;
using Classroom.Training.Loop;
using Classroom.Training.Measures;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Each measure on a curve or a frame whose answer can be worked out by hand.</summary>
public sealed class RunMeasureTests
{
    // Two steps an epoch; the third epoch is the best.
    private static readonly MeasuredRun Run = Of(
        Train(1, 0.5, 2f),
        Train(2, 1, 1f), Val(2, 1, 1.2f, 0.5f),
        Train(3, 1.5, 0.9f),
        Train(4, 2, 0.7f), Val(4, 2, 0.9f, 0.8f),
        Train(5, 2.5, 0.6f),
        Train(6, 3, 0.5f), Val(6, 3, 0.8f, 0.9f),
        Train(7, 3.5, 0.3f),
        Train(8, 4, 0.1f), Val(8, 4, 1.6f, 0.85f));

    [Theory]
    [InlineData("validation-accuracy", 0.85)]
    [InlineData("validation-loss", 1.6)]
    [InlineData("train-loss", 0.2)]
    [InlineData("best-validation-loss", 0.8)]
    [InlineData("best-epoch", 3)]
    [InlineData("best-epoch-share", 0.75)]
    [InlineData("overfitting", 2)]
    [InlineData("gap", 1.4)]
    [InlineData("seconds-per-epoch", 0.5)]
    [InlineData("loss-left", 0.1)]
    [InlineData("diverged", 0)]
    public void A_measure_of_the_curve_is_what_one_reads_from_it(string name, double expected) =>
        Assert.Equal(expected, RunMeasure.Find(name)!.Value(Run, 0)!.Value, 1e-6);

    [Theory]
    [InlineData(0.7, 4)]
    [InlineData(0.9, 6)]
    [InlineData(0.95, double.PositiveInfinity)]
    public void Steps_are_counted_to_the_first_validation_that_reaches_the_level(double level, double expected) =>
        Assert.Equal(expected, RunMeasure.Find("steps-to-accuracy")!.Value(Run, level));

    [Fact]
    public void Loss_noise_is_the_deviation_of_the_jumps_not_of_the_fall()
    {
        var steady = Of(Train(1, 0.5, 3f), Train(2, 1, 2f), Train(3, 1.5, 1f));
        var noisy = Of(Train(1, 0.5, 1f), Train(2, 1, 3f), Train(3, 1.5, 1f));

        Assert.Equal(0, RunMeasure.Find("loss-noise")!.Value(steady, 0)!.Value, 1e-9);
        Assert.Equal(2, RunMeasure.Find("loss-noise")!.Value(noisy, 0)!.Value, 1e-9);
    }

    [Fact]
    public void A_diverged_run_has_no_loss_that_is_left_but_an_infinite_one()
    {
        var run = Of(Train(1, 1, 2f), Train(2, 2, float.PositiveInfinity)) with { Diverged = true };

        Assert.Equal(double.PositiveInfinity, RunMeasure.Find("loss-left")!.Value(run, 0));
        Assert.Equal(1, RunMeasure.Find("diverged")!.Value(run, 0));
    }

    [Fact]
    public void Before_there_is_anything_every_measure_but_divergence_has_no_value() =>
        Assert.All(RunMeasure.All.Where(measure => measure.Name != "diverged"), measure => Assert.Null(measure.Value(Of(), 0.5)));

    [Fact]
    public void The_gradient_ratio_is_the_geometric_mean_of_the_first_five_epochs_without_the_output_layer()
    {
        var run = Of() with
        {
            Frames =
            [
                Frame(0, ProbeKinds.GradientNorms, """{"layers":[{"norm":9},{"norm":1},{"norm":1}]}"""),
                Frame(1, ProbeKinds.GradientNorms, """{"layers":[{"norm":1},{"norm":10},{"norm":5}]}"""),
                Frame(5, ProbeKinds.GradientNorms, """{"layers":[{"norm":1},{"norm":1000},{"norm":5}]}"""),
                Frame(6, ProbeKinds.GradientNorms, """{"layers":[{"norm":7},{"norm":1},{"norm":5}]}"""),
            ],
        };

        Assert.Equal(0.01, RunMeasure.Find("gradient-ratio")!.Value(run, 0)!.Value, 1e-9);
    }

    [Fact]
    public void The_ratio_of_time_steps_is_the_geometric_mean_of_the_first_five_epochs()
    {
        var run = Of() with
        {
            Frames =
            [
                Frame(0, ProbeKinds.GradientNorms, """{"layers":[],"timeSteps":[9,1,1]}"""),
                Frame(1, ProbeKinds.GradientNorms, """{"layers":[],"timeSteps":[1,7,10]}"""),
                Frame(2, ProbeKinds.GradientNorms, """{"layers":[],"timeSteps":[null,7,10]}"""),
                Frame(3, ProbeKinds.GradientNorms, """{"layers":[],"timeSteps":[1,7,0]}"""),
                Frame(4, ProbeKinds.GradientNorms, """{"layers":[{"norm":3},{"norm":1},{"norm":1}]}"""),
                Frame(5, ProbeKinds.GradientNorms, """{"layers":[],"timeSteps":[2,7,2000]}"""),
                Frame(6, ProbeKinds.GradientNorms, """{"layers":[],"timeSteps":[7,1,5]}"""),
            ],
        };

        Assert.Equal(0.01, RunMeasure.Find("time-step-ratio")!.Value(run, 0)!.Value, 1e-9);
    }

    [Fact]
    public void Three_clouds_of_one_class_each_are_pure_and_a_stranger_in_one_counts()
    {
        double[] x = [0, 0.1, 0.2, 10, 10.1, 10.2, 0, 0.1, 0.2], y = [0, 0.1, 0, 0, 0.1, 0, 10, 10.1, 10];

        Assert.Equal(1, Purity([0, 0, 0, 1, 1, 1, 2, 2, 2]));
        Assert.Equal(8 / 9.0, Purity([0, 0, 0, 1, 1, 1, 2, 2, 1]), 1e-9);

        double Purity(int[] label) => RunMeasure.Find("cluster-purity")!.Value(
            Of() with
            {
                Frames = [
                    Frame(0, ProbeKinds.Embedding, JsonSerializer.Serialize(new { x = y, y = x, label })),
                    Frame(3, ProbeKinds.Embedding, JsonSerializer.Serialize(new { x, y }))
                ]
            },
            0)!.Value;
    }

    [Fact]
    public void An_autoencoder_that_always_drew_the_mean_picture_would_have_a_share_of_one()
    {
        var config =
            Examples.Config(new AutoencoderConfig { Hidden = [8], Code = 2 }, epochs: 1) with { Probes = [ProbeKinds.Reconstructions] };
        var data = Examples.Named("digits");
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        // The mean picture's error is the pixels' variance, when training and validation pictures are alike.
        var pixels = data.Shape[0] * data.Shape[1];
        var values = data.Values.ToArray();
        var variance = Enumerable.Range(0, pixels).Average(pixel =>
        {
            var column = Enumerable.Range(0, values.Length / pixels).Select(i => values[(i * pixels) + pixel] / 255.0).ToList();
            return column.Average(value => (value - column.Average()) * (value - column.Average()));
        });
        var last = Val(1, 1, (float)variance, null);
        var share = RunMeasure.Find("reconstruction-share")!.Value(Of(last) with { Frames = [.. sink.Frames] }, 0)!.Value;

        Assert.InRange(share, 0.9, 1.1);
    }

    [Fact]
    public void Weights_and_biases_are_counted() =>
        Assert.Equal(9, RunMeasure.Find("weights")!.Value(
            Of() with
            {
                Frames = [Frame(
                    0, ProbeKinds.Network, """{"layers":[{"weights":[[1,2],[3,4]],"biases":[5,6]},{"weights":[[7,8]],"biases":[9]}]}""")]
            },
            0));

    [Fact]
    public void Hidden_neurons_count_where_they_were_enough_for_the_accuracy()
    {
        var measure = RunMeasure.Find("neurons-to-accuracy")!;
        var frames = new[]
        {
            Frame(0, ProbeKinds.Network, """{"layers":[{"weights":[[1,2],[3,4]],"biases":[5,6]},{"weights":[[7,8]],"biases":[9]}]}""")
        };

        Assert.Equal(2, measure.Value(Of(Val(1, 1, 1, 0.95f)) with { Frames = frames }, 0.95));
        Assert.Equal(double.PositiveInfinity, measure.Value(Of(Val(1, 1, 1, 0.94f)) with { Frames = frames }, 0.95));
    }

    [Fact]
    public void A_layer_whose_gradient_was_zero_in_every_early_epoch_got_none()
    {
        var run = Of() with
        {
            Frames =
            [
                Frame(1, ProbeKinds.GradientNorms, """{"layers":[{"norm":0},{"norm":0},{"norm":0.5}]}"""),
                Frame(2, ProbeKinds.GradientNorms, """{"layers":[{"norm":0},{"norm":0.1},{"norm":0.5}]}"""),
            ],
        };

        Assert.Equal(2 / 3.0, RunMeasure.Find("layers-with-gradient")!.Value(run, 0)!.Value, 1e-9);
    }

    [Fact]
    public void Weights_are_counted_by_the_config_where_nobody_looked_at_the_network()
    {
        Assert.Equal(42, RunMeasure.Find("weights")!.Value(Run with { Weights = 42, Frames = [] }, 0));
        Assert.Null(RunMeasure.Find("weights")!.Value(Run with { Frames = [] }, 0));
    }

    private static MeasuredRun Of(params MetricPoint[] points) =>
        new() { Points = points, Steps = new(64, 32), Frames = [], TrainingTime = TimeSpan.FromSeconds(2), Diverged = false };

    private static MetricPoint Train(int step, double epoch, float loss) => new(0, step, epoch, loss, null, null, null);

    private static MetricPoint Val(int step, double epoch, float loss, float? accuracy) => new(0, step, epoch, null, null, loss, accuracy);

    private static ProbeFrame Frame(int epoch, string kind, string json) => new(epoch, epoch, kind, json);
}
