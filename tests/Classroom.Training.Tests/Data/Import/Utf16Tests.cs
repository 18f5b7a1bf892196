using System.Text;
using Classroom.Training.Data;

namespace Classroom.Training.Tests;

/// <summary>UTF-16 without the mark at its start, as some programs and databases write it.</summary>
public sealed class Utf16Tests
{
    private const string Table = "length,width,label\n10.5,2,oak\n11.5,3,maple\n12.5,4,oak\n13.5,5,maple\n";
    private const string Story = "Once upon a time there was a small red hen. She found a grain of wheat, and nobody would help her.\n";
    private const string Russian = "длина;ширина;сорт\n10;2;дуб\n11;3;клён\n12;4;дуб\n13;5;клён\n";

    public static TheoryData<string, byte[], string, DataSetKind> Files => new()
    {
        { "a table, low byte first", Encoding.Unicode.GetBytes(Table), "utf-16le", DataSetKind.Table },
        { "a table, high byte first", Encoding.BigEndianUnicode.GetBytes(Table), "utf-16be", DataSetKind.Table },
        { "a text, low byte first", Encoding.Unicode.GetBytes(Story), "utf-16le", DataSetKind.Text },
        { "a text, high byte first", Encoding.BigEndianUnicode.GetBytes(Story), "utf-16be", DataSetKind.Text },
        { "a table in other letters", Encoding.Unicode.GetBytes(Russian), "utf-16le", DataSetKind.Table },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Text_in_UTF_16_without_a_mark_is_recognized_and_its_encoding_shown(
        string name, byte[] content, string encoding, DataSetKind kind)
    {
        var imported = Imported.Read("x", content);

        Assert.True(imported.Faults + imported.Asked == "", $"{name}: {imported.Faults}{imported.Asked}");
        Assert.Equal((encoding, kind), (imported.Reading!.Taken.Encoding, imported.DataSet!.Kind));
    }

    [Fact]
    public void Another_encoding_may_be_chosen_and_stays_in_sight_also_where_it_is_wrong()
    {
        var wrong = Imported.Read("x.csv", Encoding.Unicode.GetBytes(Table), new ImportChoices { Encoding = "utf-8" });
        Assert.Contains("There is a NUL byte", wrong.Faults, StringComparison.Ordinal);
        Assert.Equal("utf-8", wrong.Reading!.Taken.Encoding);

        var right = Imported.Read("x.csv", Encoding.BigEndianUnicode.GetBytes(Table), new ImportChoices { Encoding = "utf-16be" });
        Assert.Equal(["maple", "oak"], right.DataSet!.Classes);
    }

    [Fact]
    public void Numbers_of_two_bytes_are_no_text() =>
        Assert.Contains(
            "of no kind that can be read",
            Imported.Read("x", [.. Enumerable.Range(1, 400).SelectMany(i => BitConverter.GetBytes((short)(i % 200)))]).Faults,
            StringComparison.Ordinal);
}
