using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>What a network learns from imported tables.</summary>
public sealed class ImportedLearningTests
{
    [Fact]
    public void A_large_number_is_learned_from_as_well_as_a_small_one()
    {
        double Accuracy(long offset)
        {
            var rows = Enumerable.Range(0, 200).Select(i => $"{offset + (40 * (i % 2))},{(i % 2 == 0 ? "early" : "late")}");
            var config = Examples.Config(new MlpConfig()) with { Epochs = 20 };
            using var run = new TrainingRun(config, Imported.Read("x.csv", Uploads.Csv(["time,label", .. rows])).DataSet!);
            var sink = new RecordingSink();
            while (!run.Finished)
            {
                run.Advance(sink);
            }

            return sink.Points.Last(point => point.ValAccuracy is not null).ValAccuracy!.Value;
        }

        Assert.Equal((1.0, 1.0), (Accuracy(0), Accuracy(1_700_000_000)));
    }
}
