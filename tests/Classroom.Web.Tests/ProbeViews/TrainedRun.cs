using Bunit;
using Classroom.Runs.Grains;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using Classroom.Training.Tests;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Tests;

/// <summary>A network that was really trained for a moment, with all that its probes saw.</summary>
internal sealed class TrainedRun
{
    private readonly List<RunFrameMessage> frames;

    private TrainedRun(TrainingConfig config, DataSet data)
    {
        frames = [.. Examples.Train(config with { Probes = ProbeKinds.For(config.Model, data) }, data).Frames.Select(
            frame => new RunFrameMessage(frame.Step, frame.Epoch, frame.Kind, frame.Json))];
    }

    public static TrainedRun Plane { get; } = new(
        Examples.Config(new MlpConfig { Hidden = [4] }, epochs: 4, rate: 0.02) with { BatchSize = 16 }, Examples.Ring);

    public static TrainedRun Pictures { get; } = new(Examples.Config(Examples.SmallCnn, epochs: 3), Examples.FewDigits);

    public static TrainedRun Copies { get; } = new(
        Examples.Config(new AutoencoderConfig { Hidden = [16], Code = 2 }, epochs: 3), Examples.FewDigits);

    public static TrainedRun Curves { get; } = new(
        Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 6 }, epochs: 2), Examples.Rises);

    public static TrainedRun Sums { get; } = new(
        Examples.Config(new RnnConfig { Cell = Cell.Rnn, Hidden = 6 }, epochs: 2) with { Loss = LossFunction.MeanSquaredError },
        Examples.Sums);

    public static TrainedRun Line { get; } = new(
        Examples.Config(new MlpConfig(), epochs: 12, rate: 0.05) with { Loss = LossFunction.MeanSquaredError },
        BuiltInDataSets.Get("line")!);

    public static TrainedRun Letters { get; } = new(
        Examples.Config(new RnnConfig { Cell = Cell.Rnn, Hidden = 4 }, epochs: 3), Examples.Sentences);

    /// <summary>Ten layers of sigmoids, too deep for the gradient.</summary>
    public static TrainedRun Deep { get; } = new(
        Examples.Config(new MlpConfig { Hidden = [.. Enumerable.Repeat(4, 10)], Activation = Activation.Sigmoid }, epochs: 1),
        Examples.Ring);

    public IReadOnlyList<RunFrameMessage> Frames(string kind) => [.. frames.Where(frame => frame.Kind == kind)];

    /// <summary>A view of this run.</summary>
    public IRenderedComponent<TView> Show<TView>(BunitContext context, string kind, int? epoch = null)
        where TView : IComponent => context.Render<TView>(parameters =>
        {
            parameters.TryAdd("Frames", Frames(kind));
            parameters.TryAdd("Epoch", epoch);
            parameters.TryAdd("Name", "My run");
            parameters.TryAdd("Id", "r1");
        });
}
