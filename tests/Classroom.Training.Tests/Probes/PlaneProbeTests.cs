using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>What is drawn into the plane: decision boundary, network diagram, loss surface.</summary>
public sealed class PlaneProbeTests
{
    private static readonly TrainingConfig Straight = Examples.Config(new MlpConfig());

    [Fact]
    public void The_decision_boundary_of_a_network_made_by_hand_is_where_it_must_be()
    {
        using var probed = new Probed(Straight, Examples.Ring);

        // Inside where x + y > 0.5, and surer the farther from there.
        Span<float> weights = [2, 2, -2, -2, -1, 1];
        weights.CopyTo(probed.Weights);
        var frame = probed.Capture(ProbeKinds.DecisionBoundary);

        var (x, y) = (frame.Numbers("x"), frame.Numbers("y"));
        var (winner, probability) = (frame.Bytes("winner"), frame.Bytes("probability"));
        var side = frame.GetProperty("side").GetInt32();
        Assert.Equal(side * side, winner.Length);
        for (var i = 0; i < winner.Length; i++)
        {
            var logit = (2 * (At(x, (i % side) + 0.5) + At(y, side - (i / side) - 0.5))) - 1;
            Assert.Equal(logit > 0 ? 0 : 1, winner[i]);
            Assert.InRange(probability[i] - (255 / (1 + Math.Exp(-2 * Math.Abs(logit)))), -1, 1);
        }

        double At(float[] range, double cell) => range[0] + (cell / side * (range[1] - range[0]));
    }

    [Fact]
    public void The_points_come_once_from_both_parts_and_lie_in_the_picture()
    {
        using var probed = new Probed(Straight, Examples.Ring);
        var frame = probed.Capture(ProbeKinds.DecisionBoundary);

        var points = frame.GetProperty("points");
        var (xs, ys, labels) = (points.Numbers("x"), points.Numbers("y"), points.Whole("label"));
        Assert.Equal((200, 280, 280, 280), (points.GetProperty("train").GetInt32(), xs.Length, ys.Length, labels.Length));
        Assert.All(xs, x => Assert.InRange(x, frame.Numbers("x")[0], frame.Numbers("x")[1]));
        Assert.All(ys, y => Assert.InRange(y, frame.Numbers("y")[0], frame.Numbers("y")[1]));
        Assert.All(Enumerable.Range(0, 280), i => Assert.Equal(Math.Sqrt((xs[i] * xs[i]) + (ys[i] * ys[i])) < 0.7 ? 0 : 1, labels[i]));
        Assert.Equal(["inside", "outside"], frame.Items("classes").Select(name => name.GetString()));

        var later = probed.Capture(ProbeKinds.DecisionBoundary, epoch: 3);
        Assert.False(later.Has("points") || later.Has("classes"));
    }

    [Fact]
    public void Points_of_a_measured_table_come_in_its_own_units()
    {
        var data = Examples.Ring with { Columns = [new("height", 150, 10), new("weight", 50, 5)] };
        using var probed = new Probed(Straight, data);
        var frame = probed.Capture(ProbeKinds.DecisionBoundary);

        Assert.InRange(frame.Numbers("x")[0], 137, 140);
        Assert.InRange(frame.Numbers("y")[1], 55, 56.5);
        Assert.InRange(frame.GetProperty("points").Numbers("y").Average(), 48, 52);
    }

    [Fact]
    public void The_diagram_has_all_weights_and_biases_of_each_neuron()
    {
        using var probed = new Probed(Examples.Config(new MlpConfig { Hidden = [3] }), Examples.Ring);
        var layers = probed.Capture(ProbeKinds.Network).Items("layers");

        var weights = probed.Weights.ToArray();
        Assert.Equal([(3, 2), (2, 3)], layers.Select(layer => (layer.Items("weights").Count, layer.Items("weights")[0].GetArrayLength())));
        var told = layers.SelectMany(layer => layer.Items("weights").SelectMany(row => row.EnumerateArray()).Concat(layer.Items("biases")));
        Assert.All(told.Zip(weights), pair => Frames.Near(pair.Second, pair.First.GetSingle()));
        Assert.Equal(weights.Length, told.Count());
    }

    [Fact]
    public void The_loss_surface_of_a_line_is_the_loss_of_each_line()
    {
        using var probed = new Probed(Straight with { Loss = LossFunction.MeanSquaredError }, BuiltInDataSets.Get("line")!);
        Span<float> start = [-2, 2];
        start.CopyTo(probed.Weights);
        var frame = probed.Capture(ProbeKinds.LossSurface);

        Assert.Equal([-2f, 2f], frame.Numbers("position"));
        Frames.Near(probed.Loss(60), frame.Number("loss"));
        var grid = frame.GetProperty("grid");
        var (x, y, losses) = (grid.Numbers("x"), grid.Numbers("y"), grid.Numbers("losses"));
        var side = grid.GetProperty("side").GetInt32();
        Assert.Equal(side * side, losses.Length);
        Assert.True(x[0] < -2 && x[1] > 1.5 && y[0] < 0.5 && y[1] > 2);
        foreach (var i in new[] { 0, side - 1, 5 * side + 3, losses.Length - 1 })
        {
            probed.Weights[0] = x[0] + (i % side * (x[1] - x[0]) / (side - 1));
            probed.Weights[1] = y[1] - (i / side * (y[1] - y[0]) / (side - 1));
            Frames.Near(probed.Loss(60), losses[i], 2e-3);
        }

        Assert.False(probed.Capture(ProbeKinds.LossSurface, epoch: 1).Has("grid"));
    }

    [Fact]
    public void The_way_through_many_weights_starts_at_zero_and_adds_up()
    {
        using var probed = new Probed(Examples.Config(new MlpConfig { Hidden = [16] }), Examples.Ring);
        using var probe = ProbeKinds.Create(ProbeKinds.LossSurface, probed.Run);
        var start = Probed.Capture(probe).Frame;
        Assert.Equal([0f, 0f], start.Numbers("position"));
        Frames.Near(probed.Loss(128), start.Number("loss"));

        // Each weight moves the place by one over the square root of their number, along one axis and the other.
        var step = 1 / Math.Sqrt(probed.Weights.Length);
        probed.Weights[5] += 1;
        var (x, y) = Place(1);
        Frames.Near(step, Math.Abs(x));
        Frames.Near(step, Math.Abs(y));
        probed.Weights[5] += 1;
        Frames.Near(2 * x, Place(2).X);
        Frames.Near(2 * y, Place(2).Y);
        probed.Weights[5] -= 2;
        Frames.Near(0, Place(3).X);

        (float X, float Y) Place(int epoch)
        {
            var position = Probed.Capture(probe, epoch).Frame.Numbers("position");
            return (position[0], position[1]);
        }
    }
}
