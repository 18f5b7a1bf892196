using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class TrainingEstimateTests
{
    private static readonly TrainingConfig Config = new()
    {
        Dataset = "digits",
        Model = new CnnConfig { Conv = [8, 16], Dense = [64] },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
        BatchSize = 32,
        Epochs = 5,
    };

    private static DataSetInfo Info(string id) => BuiltInDataSets.List.Single(info => info.Id == id);

    [Fact]
    public void Weights_and_steps_are_those_of_the_run()
    {
        var estimate = TrainingEstimate.Create(Config, Info("digits"));
        Assert.Equal((52_138, 625), (estimate.Weights, estimate.Steps));
    }

    [Fact]
    public void The_options_of_the_data_are_counted_in()
    {
        var few = TrainingEstimate.Create(Config with { Data = new() { Train = 40, Validation = 40 }, BatchSize = 10 }, Info("digits"));
        Assert.Equal(20, few.Steps);
        Assert.InRange(few.Time / TrainingEstimate.Create(Config, Info("digits")).Time, 0, 0.05);
    }

    [Fact]
    public void Time_grows_with_the_epochs_the_network_and_smaller_batches()
    {
        var time = TrainingEstimate.Create(Config, Info("digits")).Time;
        Assert.Equal(2, TrainingEstimate.Create(Config with { Epochs = 10 }, Info("digits")).Time / time, 6);
        Assert.True(TrainingEstimate.Create(Config with { BatchSize = 1 }, Info("digits")).Time > 1.5 * time);
        Assert.True(TrainingEstimate.Create(
            Config with { Model = new CnnConfig { Conv = [16, 32], Kernel = 5, Dense = [128] } }, Info("digits")).Time > 2 * time);
    }

    [Fact]
    public void Every_kind_of_network_on_every_kind_of_data_takes_some_time()
    {
        foreach (var info in BuiltInDataSets.List)
        {
            ModelConfig model = info.Kind is DataSetKind.Text or DataSetKind.Sequence
                ? new RnnConfig { Cell = Cell.Gru, Hidden = 8 }
                : new MlpConfig { Hidden = [8] };
            Assert.InRange(
                TrainingEstimate.Create(Config with { Dataset = info.Id, Model = model, BatchSize = 8 }, info).Time,
                TimeSpan.FromMilliseconds(1),
                TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void Shapes_follow_from_layer_to_layer()
    {
        var shapes = ModelTable.LayerShapes(Config.Model, Info("digits"));
        Assert.Equal([[28, 28], [8, 14, 14], [16, 7, 7], [64], [10]], shapes.Select(layer => layer.Shape));
        Assert.Equal(
            [LayerKind.Input, LayerKind.Convolution, LayerKind.Convolution, LayerKind.Dense, LayerKind.Output],
            shapes.Select(layer => layer.Kind));
        Assert.Equal(
            [[2], [3], [1]],
            ModelTable.LayerShapes(new MlpConfig { Hidden = [3] }, Info("line") with { Shape = [2] }).Select(layer => layer.Shape));
    }
}
