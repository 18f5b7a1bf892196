using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Classroom.Training.Loop;

namespace Classroom.Training.Export;

/// <summary>
/// A curve as an event file, which TensorBoard draws: records of a length, its checksum, an event and its checksum.
/// </summary>
/// <remarks>
/// TorchSharp's own writer opens its file anew for each value, which takes seconds for a long curve. Formats: TFRecord in
/// tensorflow/core/lib/io/record_writer.h, the messages Event and Summary in tensorflow/core/util/event.proto and
/// tensorflow/core/framework/summary.proto.
/// </remarks>
public static class TensorBoardEvents
{
    // Wire types of protocol buffers.
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    // Seconds since 1970 in 64 bits tell apart what is a quarter of a microsecond apart.
    private const double ShortestSeconds = 1e-6;

    /// <summary>Scalars <c>loss/train</c>, <c>accuracy/train</c>, <c>loss/validation</c> and <c>accuracy/validation</c> by step.</summary>
    /// <param name="points">The curve.</param>
    /// <param name="startedUtc">When training began; TensorBoard's axis of time begins there.</param>
    /// <param name="endedUtc">
    /// When it ended, or now. The points lie evenly between the two, the last at the end: their own times are not kept.
    /// </param>
    public static byte[] Write(IReadOnlyList<MetricPoint> points, DateTime startedUtc, DateTime endedUtc)
    {
        // Growing, even where a clock was set back.
        var start = (startedUtc - DateTime.UnixEpoch).TotalSeconds;
        var between = Math.Max((endedUtc - startedUtc).TotalSeconds / Math.Max(points.Count, 1), ShortestSeconds);
        using var stream = new MemoryStream();
        using var file = new BinaryWriter(stream);
        WriteRecord(file, Message(message =>
        {
            WriteTime(message, start);
            WriteBytes(message, 3, "brain.Event:2"u8);
        }));
        foreach (var (index, point) in points.Index())
        {
            var seconds = start + ((index + 1) * between);
            WriteScalar(file, seconds, point.Step, "loss/train", point.TrainLoss);
            WriteScalar(file, seconds, point.Step, "accuracy/train", point.TrainAccuracy);
            WriteScalar(file, seconds, point.Step, "loss/validation", point.ValLoss);
            WriteScalar(file, seconds, point.Step, "accuracy/validation", point.ValAccuracy);
        }

        return stream.ToArray();
    }

    private static void WriteScalar(BinaryWriter file, double seconds, int step, string tag, float? scalar)
    {
        if (scalar is not { } number)
        {
            return;
        }

        var value = Message(message =>
        {
            WriteBytes(message, 1, Encoding.UTF8.GetBytes(tag));
            message.Write((byte)((2 << 3) | Fixed32));
            message.Write(number);
        });
        var summary = Message(message => WriteBytes(message, 1, value));
        WriteRecord(file, Message(message =>
        {
            WriteTime(message, seconds);
            message.Write((byte)((2 << 3) | Varint));
            message.Write7BitEncodedInt64(step);
            WriteBytes(message, 5, summary);
        }));
    }

    private static byte[] Message(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        return stream.ToArray();
    }

    private static void WriteTime(BinaryWriter message, double seconds)
    {
        message.Write((byte)((1 << 3) | Fixed64));
        message.Write(seconds);
    }

    private static void WriteBytes(BinaryWriter message, int field, ReadOnlySpan<byte> bytes)
    {
        message.Write((byte)((field << 3) | Bytes));
        message.Write7BitEncodedInt(bytes.Length);
        message.Write(bytes);
    }

    private static void WriteRecord(BinaryWriter file, ReadOnlySpan<byte> record)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, record.Length);
        file.Write(length);
        file.Write(Checksum(length));
        file.Write(record);
        file.Write(Checksum(record));
    }

    // CRC-32C, rotated and shifted by a constant: TFRecord's "masked" checksum.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }
}
