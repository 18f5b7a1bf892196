using System.IO.Compression;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class IdxImportTests
{
    private const int Examples = 50;
    private const int Side = 6;

    private static readonly byte[] Pictures = IdxFiles.Pictures(Examples, Side);
    private static readonly byte[] Labels = IdxFiles.Labels(Examples);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Good_files_become_a_data_set_gzipped_or_not_in_either_order(bool gzipped, bool swapped)
    {
        var pictures = ("pictures", gzipped ? IdxFiles.Gzip(Pictures) : Pictures);
        var labels = ("labels", Labels);
        var result = swapped ? Read(labels, pictures) : Read(pictures, labels);

        Assert.Empty(result.Errors);
        var data = result.DataSet!;
        Assert.Equal((DataSetKind.Image, 40, 10, 50), (data.Kind, data.Train, data.Validation, data.Examples));
        Assert.Equal([Side, Side], data.Shape);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.Classes);
    }

    [Fact]
    public void Examples_are_shuffled_once_and_for_all_and_keep_their_labels()
    {
        // Every pixel of a picture says which example it was, and the label is that number's last digit.
        var pictures = ("pictures", IdxFiles.Of(0x803, [Examples, Side, Side], i => (byte)(i / (Side * Side))));
        var first = Read(pictures, ("labels", Labels)).DataSet!;
        var second = Read(pictures, ("labels", Labels)).DataSet!;

        Assert.Equal(first.Values.ToArray(), second.Values.ToArray());
        var examples = first.Values.ToArray().Chunk(Side * Side).ToList();
        Assert.All(examples, picture => Assert.Single(picture.Distinct()));
        Assert.Equal(Enumerable.Range(0, Examples), examples.Select(p => (int)p[0]).Order());
        Assert.NotEqual(examples.Select(p => p[0]).Order(), examples.Select(p => p[0]));
        Assert.Equal(examples.Select(p => (byte)(p[0] % 10)), first.Labels.ToArray());
    }

    [Fact]
    public void An_imported_data_set_can_be_trained_on()
    {
        var data = Read(("pictures", Pictures), ("labels", Labels)).DataSet!;
        var sink = Tests.Examples.Train(Tests.Examples.Config(new CnnConfig { Conv = [2] }), data);

        Assert.Equal([1, 2, 2], sink.Points.Select(p => p.Step));
    }

    [Fact]
    public void Labels_3_and_8_are_two_classes()
    {
        var data = Read(("pictures", Pictures), ("labels", IdxFiles.Of(0x801, [Examples], i => (byte)(i % 2 == 0 ? 3 : 8)))).DataSet!;

        Assert.Equal(["3", "8"], data.Classes);
        Assert.Equal(["No picture has the label 4 or 5 or 6 or 7: they are not classes here."], data.Reading!.Notes);
        Assert.Equal([new ReadClass("3", 20, 5), new ReadClass("8", 20, 5)], data.Reading.Classes);
        AssertFirstLoss(Math.Log(2), data);
    }

    [Fact]
    public void Labels_1_to_26_are_26_classes()
    {
        var data =
            Read(("pictures", IdxFiles.Pictures(260, Side)), ("labels", IdxFiles.Of(0x801, [260], i => (byte)(1 + (i % 26))))).DataSet!;

        Assert.Equal(Enumerable.Range(1, 26).Select(label => $"{label}"), data.Classes);
        Assert.Empty(data.Reading!.Notes);
        AssertFirstLoss(Math.Log(26), data);
    }

    // Before it has learned anything a network gives each class about the same chance.
    private static void AssertFirstLoss(double expected, DataSet data) =>
        Assert.Equal(
            expected, Tests.Examples.Train(Tests.Examples.Config(new CnnConfig { Conv = [2] }), data).Points[0].TrainLoss!.Value, 0.4);

    [Fact]
    public void More_than_ten_labels_give_more_than_ten_classes()
    {
        var result = Read(("pictures", Pictures), ("labels", IdxFiles.Of(0x801, [Examples], i => (byte)Math.Min(i, 61))));
        Assert.Equal(50, result.DataSet!.Classes.Count);
    }

    public static TheoryData<string, byte[], byte[], (string File, long? Byte, string Message)[]> Wrong => new()
    {
        { "truncated", Pictures[..1000], Labels, [("pictures", 1000, "816 bytes are missing")] },
        { "truncated in the header", Pictures[..9], Labels, [("pictures", 9, "middle of its header of 16")] },
        { "truncated in the magic", Pictures, Labels[..3], [("labels", 3, "ends after 3 bytes")] },
        { "empty", [], Labels, [("pictures", 0, "empty")] },
        { "wrong magic", Changed(Pictures, 3, 7), Labels, [("pictures", 0, "Expected the number 2051 (pictures) or 2049 (labels)")] },
        { "both wrong", Changed(Pictures, 3, 7), Labels[..20], [("labels", 20, "38 bytes are missing"), ("pictures", 0, "2051")] },
        { "an image instead", [0x89, .. "PNG\r\n"u8], Labels, [("pictures", 0, "IDX")] },
        { "pictures twice", Pictures, Pictures, [("labels", 0, "Both files hold pictures")] },
        { "labels twice", Labels, Labels, [("labels", 0, "Both files hold labels")] },
        {
            "different lengths",
            Pictures,
            IdxFiles.Of(0x801, [49], i => (byte)(i % 3)),
            [("labels", 4, "'pictures' holds 50 examples, 'labels' 49")]
        },
        { "extra byte", [.. Pictures, 0], Labels, [("pictures", 16 + (Examples * Side * Side), "more bytes")] },
        {
            "no examples",
            IdxFiles.Of(0x803, [0, Side, Side], _ => 0),
            IdxFiles.Of(0x801, [0], _ => 0),
            [("labels", 4, "0 examples"), ("pictures", 4, "0 examples")]
        },
        {
            "one example",
            IdxFiles.Of(0x803, [1, Side, Side], _ => 0),
            IdxFiles.Of(0x801, [1], _ => 0),
            [("labels", 4, "at least 2"), ("pictures", 4, "at least 2")]
        },
        { "too many examples", Changed(Pictures, 4, 0xff), Labels, [("pictures", 4, "at most 100,000")] },
        {
            "too large pictures",
            IdxFiles.Of(0x803, [Examples, 65, 70], _ => 0),
            Labels,
            [("pictures", 8, "65 rows"), ("pictures", 12, "70 columns")]
        },
        { "too large a label", Pictures, Changed(Labels, 8 + 13, 62), [("labels", 21, "label of example 14 is 62; expected 0 to 61")] },
        {
            "more than the limit",
            IdxFiles.Header(0x803, [100_000, 64, 64]),
            Labels,
            [("pictures", 4, "at most 209,715,200 bytes unpacked")]
        },
        { "damaged gzip", Changed(IdxFiles.Gzip(Pictures), 40, 0xff), Labels, [("pictures", null, "cannot be unpacked")] },
        { "one class only", Pictures, IdxFiles.Of(0x801, [Examples], _ => 7), [("labels", null, "All examples have the label 7")] },
        { "gzip in gzip", IdxFiles.Gzip(IdxFiles.Gzip(Pictures)), Labels, [("pictures", 0, "IDX")] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_file_and_byte(
        string name, byte[] pictures, byte[] labels, (string File, long? Byte, string Message)[] expected)
    {
        var result = Read(("pictures", pictures), ("labels", labels));

        Assert.True(result.DataSet is null, name);
        var errors = result.Errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Byte).ToList();
        Assert.Equal(expected.Select(e => (e.File, e.Byte)), errors.Select(e => (e.File, e.Byte)));
        Assert.All(expected.Zip(errors), pair => Assert.Contains(pair.First.Message, pair.Second.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Another_number_of_files_than_two_is_told(int count)
    {
        var result = Read([.. Enumerable.Repeat(("labels", Labels), count)]);
        Assert.Contains($"but got {count}", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_bomb_is_left_where_the_announced_values_end()
    {
        // 1 GiB of zeros in about 1 MB, behind a header that announces little.
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Pictures);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 1024; i++)
            {
                gzip.Write(zeros);
            }
        }

        bomb.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Imported.Read([("pictures", bomb), ("labels", new MemoryStream(Labels))]);

        Assert.Contains("more bytes", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
        Assert.True(bomb.Position < bomb.Length / 2, "it was unpacked to its end");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_header_that_lies_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Read(("pictures", IdxFiles.Header(0x803, [50_000, 64, 64])), ("labels", Labels));

        Assert.Contains("bytes are missing", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Files_that_come_in_drops_are_read_like_others()
    {
        var result = Imported.Read([("pictures", new DripStream(IdxFiles.Gzip(Pictures))), ("labels", new DripStream(Labels))]);
        Assert.Equal(Read(("pictures", Pictures), ("labels", Labels)).DataSet!.Values.ToArray(), result.DataSet!.Values.ToArray());
    }

    private static Imported Read(params (string Name, byte[] Content)[] files) => Imported.Read(files);

    private static byte[] Changed(byte[] content, int at, byte value)
    {
        var changed = content.ToArray();
        changed[at] = value;
        return changed;
    }

    /// <summary>Gives one byte at a time, as a slow network may.</summary>
    private sealed class DripStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
