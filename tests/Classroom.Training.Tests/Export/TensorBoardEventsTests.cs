using System.Buffers.Binary;
using Classroom.Training.Export;
using Classroom.Training.Loop;
using TorchSharp;

namespace Classroom.Training.Tests.Export;

public sealed class TensorBoardEventsTests
{
    private const int TimeBytes = 9;

    private static readonly DateTime Started = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Ended = Started.AddSeconds(90);

    private static readonly MetricPoint[] Points =
    [
        new(0, 1, 0.5, 2.25f, 0.125f, null, null),
        new(1, 300, 1, 1.5f, 0.25f, null, null),
        new(2, 300, 1, null, null, float.PositiveInfinity, 0),
    ];

    [Fact]
    public void Every_record_has_its_length_and_both_checksums()
    {
        Assert.Equal(7, Records(TensorBoardEvents.Write(Points, Started, Ended)).Count);
    }

    [Fact]
    public void Wall_times_are_those_of_the_training_and_grow_with_each_point()
    {
        var start = (Started - DateTime.UnixEpoch).TotalSeconds;

        // A file's head, and two values of each point.
        Assert.Equal([start, start + 30, start + 30, start + 60, start + 60, start + 90, start + 90], Times(Points, Ended));

        var many = Enumerable.Range(0, 20_000).Select(i => new MetricPoint(i, i + 1, 1, 1f, null, null, null)).ToList();
        foreach (var ended in new[] { Ended, Started, Started.AddSeconds(-5) })
        {
            var times = Times(many, ended);
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        }
    }

    [Fact]
    public void The_events_are_those_of_TorchSharps_writer()
    {
        var folder = Directory.CreateTempSubdirectory("events");
        try
        {
            var writer = torch.utils.tensorboard.SummaryWriter(folder.FullName, createRunName: false);
            writer.add_scalar("loss/train", 2.25f, 1);
            writer.add_scalar("accuracy/train", 0.125f, 1);
            writer.add_scalar("loss/train", 1.5f, 300);
            writer.add_scalar("accuracy/train", 0.25f, 300);
            writer.add_scalar("loss/validation", float.PositiveInfinity, 300);
            writer.add_scalar("accuracy/validation", 0, 300);
            var theirs = Records(File.ReadAllBytes(folder.GetFiles("*", SearchOption.AllDirectories).Single().FullName));
            var ours = Records(TensorBoardEvents.Write(Points, Started, Ended));

            // All but the time when it was written; protocol buffers leave a zero out, and readers take a written one as well.
            Assert.Equal(theirs.SkipLast(1).Select(Timeless), ours.SkipLast(1).Select(Timeless));
            Assert.Equal("accuracy/validation"u8, ours[^1].AsSpan(^("accuracy/validation"u8.Length + 5)..^5));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<double> Times(IReadOnlyList<MetricPoint> points, DateTime ended) =>
        Records(TensorBoardEvents.Write(points, Started, ended))
            .ConvertAll(record => BinaryPrimitives.ReadDoubleLittleEndian(record.AsSpan(1)));

    private static byte[] Timeless(byte[] record) => record[TimeBytes..];

    private static List<byte[]> Records(byte[] file)
    {
        var records = new List<byte[]>();
        for (var at = 0; at < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
            Assert.Equal(Checksum(file.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            records.Add(file[(at + 12)..(at + 12 + length)]);
            Assert.Equal(Checksum(records[^1]), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            at += length + 16;
        }

        return records;
    }

    // CRC-32C bit by bit, as RFC 3720 defines it, then TFRecord's mask.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
            }
        }

        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }
}
