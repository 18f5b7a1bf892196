using Classroom.Training;

namespace Classroom.Runs;

/// <summary>
/// Consecutive points of a curve as bytes: a format version and the number of points, then for each point a byte of flags
/// (which metrics it has), the step, the epoch and the metrics. Sequence numbers follow from the first; a point with two
/// metrics takes 21 bytes.
/// </summary>
public static class CurveCodec
{
    private const byte Version = 1;
    private const int HeaderBytes = 5;
    private const int MetricsOfAPoint = 4;

    public static byte[] Encode(IReadOnlyList<MetricPoint> points)
    {
        using var stream = new MemoryStream(HeaderBytes + (points.Count * 21));
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(points.Count);
        foreach (var point in points)
        {
            float?[] metrics = [point.TrainLoss, point.TrainAccuracy, point.ValLoss, point.ValAccuracy];
            writer.Write((byte)metrics.Select((metric, i) => metric.HasValue ? 1 << i : 0).Sum());
            writer.Write(point.Step);
            writer.Write(point.Epoch);
            foreach (var metric in metrics)
            {
                if (metric is { } value)
                {
                    writer.Write(value);
                }
            }
        }

        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not a chunk of a curve.</exception>
    public static IReadOnlyList<MetricPoint> Decode(int firstSequence, byte[] chunk)
    {
        if (chunk.Length == 0 || chunk[0] != Version)
        {
            throw new InvalidDataException("The stored curve has an unknown format.");
        }

        using var reader = new BinaryReader(new MemoryStream(chunk));
        reader.ReadByte();
        var points = new List<MetricPoint>();
        try
        {
            for (var left = reader.ReadUInt32(); left > 0; left--)
            {
                var flags = reader.ReadByte();
                if (flags >= 1 << MetricsOfAPoint)
                {
                    throw new InvalidDataException($"The stored curve is damaged at byte {reader.BaseStream.Position - 1}.");
                }

                var step = reader.ReadInt32();
                var epoch = reader.ReadDouble();
                float? Metric(int i) => (flags & (1 << i)) != 0 ? reader.ReadSingle() : null;
                points.Add(new MetricPoint(firstSequence + points.Count, step, epoch, Metric(0), Metric(1), Metric(2), Metric(3)));
            }
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The stored curve is cut short.");
        }

        return reader.BaseStream.Position == chunk.Length
            ? points
            : throw new InvalidDataException($"The stored curve goes on after its end at byte {reader.BaseStream.Position}.");
    }
}
