using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Operations;
using Classroom.Training.Operations.Convolutions;
using Classroom.Training.SelfCheck;
using Classroom.Training.SelfCheck.Checks;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Whatever is made to compute wrongly is found out, and what is left is right.</summary>
[Collection(nameof(ProcessWide))]
[Trait("Category", "Long")]
public sealed class LyingTests : IDisposable
{
    private static readonly (ILstm, bool)[] HonestLstms = [(new LibraryLstm(), false), (new ComposedLstm(), true)];
    private static readonly (IConvolution, bool)[] HonestConvolutions = [(OwnConvolution.Vectors, false)];

    public void Dispose() => OneDnn.Enable(Engine.Setting.UsesOneDnn);

    [Theory]
    [CombinatorialLies]
    public void A_convolution_that_lies_is_not_taken(Lie lie, bool onTheWayBack)
    {
        var (setting, report) = Check(
            [(Liar(lie, onTheWayBack), false), (OwnConvolution.Vectors, false), (OwnConvolution.Plain, true)], HonestLstms);

        Assert.True(report.Passed);
        Assert.Same(OwnConvolution.Vectors, setting.Convolution);
        var fault = Assert.Single(report.Faults);
        Assert.StartsWith("convolution (a liar", fault, StringComparison.Ordinal);
        Assert.Contains(
            lie == Lie.Throws ? "A kernel broke off." : onTheWayBack ? "by weights" : "forward", fault, StringComparison.Ordinal);
    }

    [Theory]
    [CombinatorialLies]
    public void Where_every_quick_convolution_lies_the_plain_formulas_train(Lie lie, bool onTheWayBack)
    {
        var (setting, report) = Check(
            [(Liar(lie, onTheWayBack), false), (Liar(lie, onTheWayBack, "another liar"), false), (OwnConvolution.Plain, true)],
            HonestLstms);

        Assert.True(report.Passed);
        Assert.Same(OwnConvolution.Plain, setting.Convolution);
        Assert.Contains("plain formulas", report.Setting, StringComparison.Ordinal);
        // Each liar with oneDNN and without.
        Assert.Equal(OneDnn.CanDisable ? 4 : 2, report.Faults.Count);

        TrainingConfig config = new()
        {
            Dataset = "shapes",
            Data = new() { Train = 64, Validation = 32 },
            Model = new CnnConfig { Conv = [4, 8] },
            Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
            BatchSize = 16,
            Epochs = 1,
            Seed = 3,
        };
        Assert.Equal(Losses(config, setting), Losses(config, EngineSetting.Safest));
        Assert.All(Losses(config, setting).Zip(Losses(config, Engine.Setting)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Theory]
    [InlineData(Lie.OffByOnePercent)]
    [InlineData(Lie.OneNotANumber)]
    [InlineData(Lie.AnotherResultEachTime)]
    public void An_LSTM_that_lies_with_oneDNN_alone_is_computed_without(Lie lie)
    {
        Assert.SkipUnless(OneDnn.CanDisable, "oneDNN cannot be switched on this system.");

        var (setting, report) = Check(HonestConvolutions, [(new LyingLstm(lie, onlyWithOneDnn: true), false), (new ComposedLstm(), true)]);

        Assert.True(report.Passed);
        Assert.IsType<LyingLstm>(setting.Lstm);
        Assert.False(setting.UsesOneDnn);
        Assert.False(OneDnn.IsEnabled);
        Assert.StartsWith("LSTM (a liar, oneDNN up to", Assert.Single(report.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Lie.OffByOnePercent)]
    [InlineData(Lie.OneNotANumber)]
    [InlineData(Lie.AnotherResultEachTime)]
    public void An_LSTM_that_lies_anyhow_is_put_together_from_its_gates(Lie lie)
    {
        var (setting, report) = Check(HonestConvolutions, [(new LyingLstm(lie, onlyWithOneDnn: false), false), (new ComposedLstm(), true)]);

        Assert.True(report.Passed);
        Assert.IsType<ComposedLstm>(setting.Lstm);
        Assert.True(setting.UsesOneDnn);
        Assert.NotEmpty(report.Faults);
    }

    [Fact]
    public void A_run_whose_convolution_breaks_off_on_the_way_back_fails_and_the_process_lives()
    {
        var setting = Engine.Setting with { Convolution = Liar(Lie.Throws, onTheWayBack: true) };
        var config = Examples.Config(Examples.SmallCnn);

        Assert.Equal("A kernel broke off.", Assert.Throws<InvalidOperationException>(() => Losses(config, setting)).Message);
        Assert.All(
            Losses(config with { Data = new() { Train = 64, Validation = 32 } }, Engine.Setting),
            loss => Assert.True(float.IsFinite(loss)));
    }

    [Fact]
    public void An_honest_engine_passes_also_where_it_is_asked_in_the_middle_of_an_evaluation()
    {
        using var noGradients = TorchSharp.torch.no_grad();

        Assert.Empty(EngineCheck.Usual.Run().Report.Faults);
    }

    [Fact]
    public void Nothing_passes_where_every_convolution_lies()
    {
        var (setting, report) = Check([(Liar(Lie.OffByOnePercent, onTheWayBack: false), true)], HonestLstms);

        Assert.False(report.Passed);
        Assert.Same(EngineSetting.Safest, setting);
        Assert.Throws<EngineUnfitException>(() => EngineUnfitException.ThrowIfUnfit(report));
    }

    public static TheoryData<string, Lie> LiesOfOthers
    {
        get
        {
            var all = new TheoryData<string, Lie>();
            foreach (var operation in EngineCheck.Others)
            {
                foreach (var lie in Enum.GetValues<Lie>().Where(lie => lie < Lie.OneNotWritten))
                {
                    all.Add(operation.Name, lie);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(LiesOfOthers))]
    public void A_lie_of_any_other_operation_is_found(string name, Lie lie)
    {
        var cases = EngineCheck.Others.Single(operation => operation.Name == name).Ways.Single().Cases;

        Assert.Contains(cases, given => CaseCheck.FindFault(given with { Compute = () => Told(given.Compute(), lie) }) is not null);
        Assert.All(cases, given => Assert.Null(CaseCheck.FindFault(given)));
    }

    [Fact]
    public void Nothing_passes_where_an_operation_lies_that_has_no_other_way()
    {
        var pooling = LayerChecks.OfPooling;
        var lying = pooling.Ways[0] with
        {
            Cases = [.. pooling.Ways[0].Cases.Select(given => given with { Compute = () => Told(given.Compute(), Lie.OffByOnePercent) })]
        };
        var (_, report) = new EngineCheck(HonestConvolutions, HonestLstms, [LayerChecks.OfLinear, pooling with { Ways = [lying] }]).Run();

        Assert.False(report.Passed);
        Assert.All(report.Faults, fault => Assert.StartsWith("pooling", fault, StringComparison.Ordinal));
        Assert.NotEmpty(report.Faults);
    }

    private static IReadOnlyList<float[]> Told(IReadOnlyList<float[]> parts, Lie lie)
    {
        lie.Tell(parts[^1]);
        return parts;
    }

    private static (EngineSetting Setting, EngineReport Report) Check((IConvolution, bool)[] convolutions, (ILstm, bool)[] lstms) =>
        new EngineCheck(convolutions, lstms, []).Run();

    private static OwnConvolution Liar(Lie lie, bool onTheWayBack, string name = "a liar") => new(name, new LyingKernel(lie, onTheWayBack));

    private static List<float> Losses(TrainingConfig config, EngineSetting setting)
    {
        using var use = setting.Use();
        using var run = new TrainingRun(config, BuiltInDataSets.Get(config.Dataset)!);
        var sink = new RecordingSink();
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return [.. sink.Points.Select(point => point.TrainLoss ?? point.ValLoss!.Value)];
    }
}
