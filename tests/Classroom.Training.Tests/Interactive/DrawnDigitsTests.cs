using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Export;
using Classroom.Training.Interactive;
using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

[Trait("Category", "Long")]
public sealed class DrawnDigitsTests(ITestOutputHelper output)
{
    private static readonly TrainingConfig Config = new()
    {
        Dataset = "digits",
        Data = new() { Train = 3_000, Validation = 1_000 },
        Model = new CnnConfig { Conv = [8, 16], Dense = [64] },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.002 },
        BatchSize = 32,
        Epochs = 6,
        Seed = 42,
    };

    [Theory]
    [InlineData(3_000, null)]
    [InlineData(4_000, 4.0)]
    public void A_network_that_learned_from_the_programs_digits_reads_those_of_a_childs_hand(int train, double? shift)
    {
        using var run = new TrainingRun(
            Config with { Data = Config.Data! with { Train = train, Shift = shift }, Probes = [] }, BuiltInDataSets.Get("digits")!);
        var sink = new RecordingSink();
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        using var predictor = Predictor.Load(run.Weights());
        var right = 0;
        foreach (var (digit, strokes) in DrawnDigits.All)
        {
            var picture = DrawnPicture.ToPicture(
                DrawnDigits.Read(strokes), 280, 28, 28, DrawnPicture.FilledShare(Config.Dataset, Config.Data));
            var probabilities = predictor.Probabilities([.. picture.Select(pixel => (float)pixel)]);
            var read = Array.IndexOf(probabilities, probabilities.Max());
            right += read == digit ? 1 : 0;
            output.WriteLine($"{digit} read as {read}, {probabilities[read]:P0} sure");
        }

        output.WriteLine($"{right} of {DrawnDigits.All.Count}; validation accuracy {sink.Points[^1].ValAccuracy:P1}");
        Assert.InRange(right, (int)Math.Ceiling(0.8 * DrawnDigits.All.Count), DrawnDigits.All.Count);
    }
}
