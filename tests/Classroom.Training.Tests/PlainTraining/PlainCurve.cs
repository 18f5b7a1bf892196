using Classroom.Training.Loop;

namespace Classroom.Training.Tests;

/// <summary>Compares a run's curve with the plain trainer's.</summary>
internal static class PlainCurve
{
    /// <summary>Of losses below 1; of larger ones it is a share.</summary>
    private const double Tolerance = 1e-4;

    public static void AssertSame(IReadOnlyList<PlainPoint> plain, IReadOnlyList<MetricPoint> run)
    {
        Assert.Equal(plain.Select(point => (point.Step, point.ValLoss is null)), run.Select(point => (point.Step, point.ValLoss is null)));
        foreach (var (expected, point) in plain.Zip(run))
        {
            var (loss, found) = (expected.TrainLoss ?? expected.ValLoss!.Value, point.TrainLoss ?? point.ValLoss!.Value);
            Assert.True(
                Math.Abs(found - loss) <= Tolerance * Math.Max(1, Math.Abs(loss)),
                $"After step {point.Step} the {(point.ValLoss is null ? "train" : "validation")} loss is {found}, but {loss} by plain "
                    + "formulas.");
            Assert.Equal(expected.ValAccuracy is null, point.ValAccuracy is null);
            if (expected.ValAccuracy is var (least, most))
            {
                Assert.InRange(point.ValAccuracy!.Value, least - 1e-6, most + 1e-6);
            }
        }
    }
}
