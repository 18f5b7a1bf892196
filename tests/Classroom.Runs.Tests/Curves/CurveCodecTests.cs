using Classroom.Runs.Curves;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

public sealed class CurveCodecTests
{
    private static readonly MetricPoint[] Points =
    [
        new(7, 1, 0.2, 2.5f, 0.125f, null, null),
        new(8, 5, 1, null, null, float.Epsilon, 1f),
        new(9, 6, 1.2, float.NaN, 0f, null, null),
        new(10, int.MaxValue, 1e300, float.PositiveInfinity, null, -0f, null),
        new(11, 0, 0, null, null, null, null),
    ];

    [Fact]
    public void Points_come_back_as_they_were_down_to_the_last_bit()
    {
        var read = CurveCodec.Decode(7, CurveCodec.Encode(Points));

        Assert.Equal(Points.Select(Bits), read.Select(Bits));
    }

    [Fact]
    public void No_points_are_a_curve_too() => Assert.Empty(CurveCodec.Decode(0, CurveCodec.Encode([])));

    [Fact]
    public void A_curve_cut_anywhere_is_refused()
    {
        var chunk = CurveCodec.Encode(Points);

        Assert.All(
            Enumerable.Range(0, chunk.Length),
            length => Assert.Throws<InvalidDataException>(() => CurveCodec.Decode(7, chunk.AsSpan(..length))));
    }

    [Fact]
    public void Bytes_after_the_end_an_unknown_version_and_unknown_metrics_are_refused()
    {
        var chunk = CurveCodec.Encode(Points);
        byte[] newer = [(byte)(chunk[0] + 1), .. chunk[1..]];
        byte[] fifthMetric = [.. chunk[..5], (byte)(chunk[5] | 0x10), .. chunk[6..]];
        byte[] fewerThanNone = [chunk[0], 0xff, 0xff, 0xff, 0xff];

        Assert.All(
            [[.. chunk, 0], newer, fifthMetric, fewerThanNone],
            bytes => Assert.Throws<InvalidDataException>(() => CurveCodec.Decode(7, bytes)));
    }

    private static (int, int, long, int?, int?, int?, int?) Bits(MetricPoint p) =>
        (p.Sequence, p.Step, BitConverter.DoubleToInt64Bits(
            p.Epoch), Bits(p.TrainLoss), Bits(p.TrainAccuracy), Bits(p.ValLoss), Bits(p.ValAccuracy));

    private static int? Bits(float? value) => value is { } v ? BitConverter.SingleToInt32Bits(v) : null;
}
