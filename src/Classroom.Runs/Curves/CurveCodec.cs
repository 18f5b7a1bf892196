using System.Buffers.Binary;
using Classroom.Training.Loop;

namespace Classroom.Runs.Curves;

/// <summary>
/// Consecutive points of a curve as bytes: a format version and the number of points, then for each point a byte of flags
/// (which metrics it has), the step, the epoch and the metrics. Sequence numbers follow from the first; a point with two
/// metrics takes 21 bytes.
/// </summary>
public static class CurveCodec
{
    private const byte Version = 1;
    private const int HeaderBytes = 1 + sizeof(int);
    private const int FixedBytes = 1 + sizeof(int) + sizeof(double);
    private const int MostBytes = FixedBytes + (4 * sizeof(float));
    private const byte TrainLoss = 1;
    private const byte TrainAccuracy = 2;
    private const byte ValLoss = 4;
    private const byte ValAccuracy = 8;

    public static byte[] Encode(IReadOnlyList<MetricPoint> points)
    {
        var chunk = new byte[HeaderBytes + (points.Count * MostBytes)];
        chunk[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(1), points.Count);
        var at = HeaderBytes;
        foreach (var point in points)
        {
            ref var flags = ref chunk[at];
            BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(at + 1), point.Step);
            BinaryPrimitives.WriteDoubleLittleEndian(chunk.AsSpan(at + 1 + sizeof(int)), point.Epoch);
            at += FixedBytes;
            flags |= Write(chunk, ref at, point.TrainLoss, TrainLoss);
            flags |= Write(chunk, ref at, point.TrainAccuracy, TrainAccuracy);
            flags |= Write(chunk, ref at, point.ValLoss, ValLoss);
            flags |= Write(chunk, ref at, point.ValAccuracy, ValAccuracy);
        }

        return chunk[..at];
    }

    /// <exception cref="InvalidDataException">The bytes are not a chunk of a curve.</exception>
    public static IReadOnlyList<MetricPoint> Decode(int firstSequence, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length == 0 || chunk[0] != Version)
        {
            throw new InvalidDataException("The stored curve has an unknown format.");
        }

        // A count that cannot be true must not take memory for its points.
        var count = chunk.Length < HeaderBytes ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(chunk[1..]);
        if (count > (chunk.Length - HeaderBytes) / FixedBytes)
        {
            throw CutShort();
        }

        var points = new MetricPoint[count];
        var at = HeaderBytes;
        for (var i = 0; i < points.Length; i++)
        {
            var left = chunk[at..];
            if (left.Length < FixedBytes)
            {
                throw CutShort();
            }

            var flags = left[0];
            if (flags > (TrainLoss | TrainAccuracy | ValLoss | ValAccuracy))
            {
                throw new InvalidDataException($"The stored curve is damaged at byte {at}.");
            }

            at += FixedBytes;
            points[i] = new MetricPoint(
                firstSequence + i,
                BinaryPrimitives.ReadInt32LittleEndian(left[1..]),
                BinaryPrimitives.ReadDoubleLittleEndian(left[(1 + sizeof(int))..]),
                Read(chunk, ref at, flags & TrainLoss),
                Read(chunk, ref at, flags & TrainAccuracy),
                Read(chunk, ref at, flags & ValLoss),
                Read(chunk, ref at, flags & ValAccuracy));
        }

        return at == chunk.Length ? points : throw new InvalidDataException($"The stored curve goes on after its end at byte {at}.");
    }

    private static byte Write(byte[] chunk, ref int at, float? metric, byte flag)
    {
        if (metric is not { } value)
        {
            return 0;
        }

        BinaryPrimitives.WriteSingleLittleEndian(chunk.AsSpan(at), value);
        at += sizeof(float);
        return flag;
    }

    private static float? Read(ReadOnlySpan<byte> chunk, ref int at, int flag)
    {
        if (flag == 0)
        {
            return null;
        }

        if (chunk.Length - at < sizeof(float))
        {
            throw CutShort();
        }

        var value = BinaryPrimitives.ReadSingleLittleEndian(chunk[at..]);
        at += sizeof(float);
        return value;
    }

    private static InvalidDataException CutShort() => new("The stored curve is cut short.");
}
