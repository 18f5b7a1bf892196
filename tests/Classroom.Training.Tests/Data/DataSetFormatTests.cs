using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;

namespace Classroom.Training.Tests;

public sealed class DataSetFormatTests
{
    private static readonly DataSet Sentences = BuiltInDataSets.Get("sentences")!;

    private static readonly DataSet Rows = new()
    {
        Id = "rows",
        Title = "Rows",
        Description = "Three rows of two numbers.",
        Kind = DataSetKind.Table,
        Train = 2,
        Validation = 1,
        Shape = [2],
        Classes = ["low", "high"],
        Columns = [new("height", 1.5f, 0.25f), new("weight", 0, 1)],
        Values = default,
        Numbers = new float[] { 0, -1.5f, 3.25f, float.MaxValue, float.Epsilon, -0f },
        Labels = (byte[])[0, 1, 1],
    };

    private static readonly DataSet Forecasts = Rows with
    {
        Kind = DataSetKind.Sequence,
        Shape = [3, 1],
        Columns = [new("level", 0, 1)],
        Numbers = new float[9],
        Classes = [],
        Labels = default,
        Targets = new float[] { 1, 2, 3 },
    };

    public static TheoryData<string> Ids => [.. BuiltInDataSets.List.Select(d => d.Id), "rows", "forecasts"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_stored_data_set_comes_back_the_same(string id)
    {
        var data = id switch { "rows" => Rows, "forecasts" => Forecasts, _ => BuiltInDataSets.Get(id)! };
        var back = Read(Bytes(data));

        Assert.Equal((data.Id, data.Title, data.Description, data.Kind), (back.Id, back.Title, back.Description, back.Kind));
        Assert.Equal((data.Train, data.Validation, data.TrainCharacters), (back.Train, back.Validation, back.TrainCharacters));
        Assert.Equal(data.Shape, back.Shape);
        Assert.Equal(data.Classes, back.Classes);
        Assert.Equal(data.Values.ToArray(), back.Values.ToArray());
        Assert.Equal(data.Labels.ToArray(), back.Labels.ToArray());
        Assert.Equal(data.Numbers.ToArray(), back.Numbers.ToArray());
        Assert.Equal(data.Targets.ToArray(), back.Targets.ToArray());
        Assert.Equal(data.Columns, back.Columns);
    }

    [Fact]
    public void A_stored_data_set_that_was_damaged_or_cut_is_refused()
    {
        var good = Bytes(Examples.FewDigits);

        Assert.Contains("no stored data set", Refusal([]), StringComparison.Ordinal);
        Assert.Contains("version 9", Refusal(Changed(4, 9)), StringComparison.Ordinal);
        foreach (var at in new[] { 5, 40, 200, good.Length / 2, good.Length - 1 })
        {
            Assert.Contains("checksum", Refusal(Changed(at, (byte)(good[at] ^ 1))), StringComparison.Ordinal);
            Assert.NotEmpty(Refusal(good[..at]));
        }

        byte[] Changed(int at, byte value)
        {
            var changed = good.ToArray();
            changed[at] = value;
            return changed;
        }
    }

    [Fact]
    public void A_stored_data_set_that_contradicts_itself_is_refused()
    {
        var digits = Examples.FewDigits;
        var wrongLabel = digits.Labels.ToArray();
        wrongLabel[7] = 10;

        Assert.Contains("a label has no class", Refusal(Bytes(digits with { Labels = wrongLabel })), StringComparison.Ordinal);
        Assert.Contains("number of examples", Refusal(Bytes(digits with { Train = digits.Train + 1 })), StringComparison.Ordinal);
        Assert.Contains("number of examples", Refusal(Bytes(Sentences with { TrainCharacters = 100 })), StringComparison.Ordinal);
        Assert.Contains("vocabulary", Refusal(Bytes(Sentences with { Classes = ["a", "b"] })), StringComparison.Ordinal);
        Assert.Contains("no examples", Refusal(Bytes(digits with { Validation = 0 })), StringComparison.Ordinal);

        // Whoever writes the bytes can write their checksum too: a cut content must be found without it.
        var content = Bytes(digits)[..400];
        Assert.NotEmpty(Refusal([.. content, .. SHA256.HashData(content)]));
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<InvalidDataException>(() => Read(bytes)).Message;

    [Fact]
    public void Numbers_that_do_not_fit_together_are_refused()
    {
        Assert.Contains("number of examples", Refusal(Bytes(Rows with { Numbers = new float[5] })), StringComparison.Ordinal);
        Assert.Contains("not finite", Refusal(Bytes(Rows with { Numbers = new[] { 0, 0, 0, 0, 0, float.NaN } })), StringComparison.Ordinal);
        Assert.Contains("columns", Refusal(Bytes(Rows with { Columns = [] })), StringComparison.Ordinal);
        Assert.Contains("scale", Refusal(Bytes(Rows with { Columns = [new("a", 0, 0), new("b", 0, 1)] })), StringComparison.Ordinal);
        Assert.Contains("number of examples", Refusal(Bytes(Forecasts with { Labels = (byte[])[0, 1, 1] })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_of_a_data_set_is_read_without_its_examples()
    {
        var bytes = Bytes(Rows);
        var info = DataSet.ReadInfo(new MemoryStream(bytes[..^40]));

        Assert.Equal(
            (Rows.Title, Rows.Description, Rows.Train, Rows.Validation), (info.Title, info.Description, info.Train, info.Validation));
        Assert.Equal(Rows.Columns, info.Columns);
        Assert.Throws<InvalidDataException>(() => DataSet.ReadInfo(new MemoryStream(bytes[..20])));
    }

    [Fact]
    public void A_damaged_length_takes_no_memory()
    {
        var bytes = Bytes(Rows);
        foreach (var at in Enumerable.Range(0, bytes.Length))
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x7f;
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.NotEmpty(Refusal(damaged));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
        }
    }

    // What the program of November 2026 stored of twenty leaves: version 2.
    private const string Leaves2 =
        "Q0xEUwIIaW1wb3J0ZWQGTGVhdmVz7AEyMCByb3dzIG9mIDIgbnVtYmVycyBpbiAyIGNsYXNzZXMgKGNvbHVtbiBsYWJlbCksIGZyb20gbGVhdmVzLmNzdi4gU2h1ZmZsZWQsIGFsd2F5cyB0aGUgc2"
            +
            "FtZSB3YXk7IHRoZSBsYXN0IGZpZnRoICg0KSBpcyBmb3IgdmFsaWRhdGlvbi4gRWFjaCBjb2x1bW4gbWludXMgaXRzIG1lYW4sIGRpdmlkZWQgYnkgaXRzIHN0YW5kYXJkIGRldmlhdGlvbiwgYm90"
                +
            "aCB0YWtlbiBmcm9tIHRoZSAxNiB0cmFpbmluZyByb3dzLgIQAAAABAAAAAAAAAABAAIAAAACAAVtYXBsZQNvYWsCAAZsZW5ndGgAgKhBER63QAV3aWR0aAAAKcARHrc/AAAAABQAAAAoAAAAAAAAAH"
                +
            "gBYmRkYGSAIDDNyMDI+PW4pP3X45L7vzgU239xKN5f2uJmX9ritv/d3Aa7d3Mb9rXGy+9vjZe3fyN2y+6N2K19P2OW2f+MWbb/oMZKELa33L0HhPc3npoEwvZ8Z7v38Z3ttmNs37+fsX2//c5//SC8"
                +
            "3+HpVRC253F7uo/H7and3slzbPdOnrO3wfnN/gbnN/YtNyr2t9yosLcJOLnXJuCkLYuMz34WGR97AAAAAP//AwAh4lP5TinoOX6AMYUo2ZB6puE9dIT1EbWYuh6mSUKbMHnHKgI=";

    [Fact]
    public void A_table_that_version_2_stored_is_still_read()
    {
        var data = Read(Convert.FromBase64String(Leaves2));

        Assert.Equal(("Leaves", 16, 4), (data.Title, data.Train, data.Validation));
        Assert.Equal(["maple", "oak"], data.Classes);
        Assert.Equal([("length", 21.0625), ("width", -2.640625)], data.Columns.Select(column => (column.Name, column.Mean)));
        Assert.Null(data.Reading);
        var lengths = Enumerable.Range(0, 20)
            .Select(row => Math.Round((data.Numbers.Span[2 * row] * data.Columns[0].Deviation) + data.Columns[0].Mean, 3));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i + 10.5), lengths.Order());
    }

    [Fact]
    public void How_a_data_set_was_read_is_stored_with_it()
    {
        var reading = new DataSetReading
        {
            Format = "CSV table",
            Taken = new() { Header = true, Separator = "\t", LabelColumn = "größe \"x\"", Encoding = "utf-16" },
            Columns = [new("a", false, true) { Comma = CommaMeaning.Decimal }, new("größe \"x\"", true, false)],
            Classes = [new("low", 1, 1)],
            White = 16,
            Notes = ["One.", "Two."],
        };
        var bytes = Bytes(Rows with { Reading = reading, Columns = [new("height", 1_700_000_020.25, 1e-9), new("weight", 0, 1)] });

        Assert.Equal(JsonSerializer.Serialize(reading), JsonSerializer.Serialize(Read(bytes).Reading));
        Assert.Equal(JsonSerializer.Serialize(reading), JsonSerializer.Serialize(DataSet.ReadInfo(new MemoryStream(bytes)).Reading));
        Assert.Equal((1_700_000_020.25, 1e-9), (Read(bytes).Columns[0].Mean, Read(bytes).Columns[0].Deviation));
    }

    [Fact]
    public void A_data_set_that_an_older_program_stored_is_still_read()
    {
        var digits = Examples.FewDigits;
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write("CLDS"u8);
            writer.Write((byte)1);
            writer.Write(digits.Id);
            writer.Write(digits.Title);
            writer.Write(digits.Description);
            writer.Write((byte)digits.Kind);
            writer.Write(digits.Train);
            writer.Write(digits.Validation);
            writer.Write(digits.TrainCharacters);
            writer.Write((ushort)2);
            writer.Write(28);
            writer.Write(28);
            writer.Write((ushort)10);
            foreach (var name in digits.Classes)
            {
                writer.Write(name);
            }

            writer.Write(digits.Values.Length);
            writer.Write(digits.Labels.Length);
        }

        using (var compressed = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressed.Write(digits.Values.Span);
            compressed.Write(digits.Labels.Span);
        }

        var bytes = stream.ToArray();
        var back = Read([.. bytes, .. SHA256.HashData(bytes)]);

        Assert.Equal(digits.Values.ToArray(), back.Values.ToArray());
        Assert.Equal(digits.Labels.ToArray(), back.Labels.ToArray());
        Assert.Equal(digits.Classes, back.Classes);
    }

    private static byte[] Bytes(DataSet data)
    {
        using var stream = new MemoryStream();
        data.Write(stream);
        return stream.ToArray();
    }

    private static DataSet Read(byte[] bytes) => DataSet.Read(new MemoryStream(bytes));
}
