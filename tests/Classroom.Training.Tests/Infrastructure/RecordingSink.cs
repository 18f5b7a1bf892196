using Classroom.Training.Loop;
using Classroom.Training.Probes;

namespace Classroom.Training.Tests;

internal sealed class RecordingSink : ITrainingSink
{
    public List<MetricPoint> Points { get; } = [];

    public List<ProbeFrame> Frames { get; } = [];

    public IEnumerable<MetricPoint> Validations => Points.Where(p => p.ValLoss is not null);

    /// <summary>The curve down to its last bit; comparing floats would call two NaNs different.</summary>
    public IEnumerable<(int, int, int?, int?, int?, int?)> Bits =>
        Points.Select(p => (p.Sequence, p.Step, Bit(p.TrainLoss), Bit(p.TrainAccuracy), Bit(p.ValLoss), Bit(p.ValAccuracy)));

    public void Point(MetricPoint point) => Points.Add(point);

    public void Frame(ProbeFrame frame) => Frames.Add(frame);

    private static int? Bit(float? value) => value is { } v ? BitConverter.SingleToInt32Bits(v) : null;
}
