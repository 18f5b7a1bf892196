using System.Text;
using Classroom.Training.Data;

namespace Classroom.Training.Tests;

public sealed class TextImportTests
{
    [Fact]
    public void A_text_keeps_its_order_and_its_last_fifth_is_for_validation()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"Sentence {i} is here.\r\n"));
        var data = Imported.Read("story.txt", Encoding.UTF8.GetBytes('\ufeff' + text)).DataSet!;
        var windows = (text.Length - 200 - 2) / 32;

        Assert.Equal((DataSetKind.Text, windows - (windows / 5), windows / 5), (data.Kind, data.Train, data.Validation));
        Assert.Equal([32], data.Shape);
        Assert.Equal(text.Replace("\r", "", StringComparison.Ordinal), string.Concat(data.Values.ToArray().Select(c => data.Classes[c])));
        Assert.Equal(ValidationSplit.ExamplesFor(data.Examples), data.Validation);
        Assert.Contains(
            $"its last fifth ({windows / 5} of {windows} windows) is for validation", data.Description, StringComparison.Ordinal);
        Assert.Contains("Capital and small letters are as in the file", data.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Capital_letters_stay_as_long_as_there_is_room_for_them()
    {
        var some = Imported.Read("x", Uploads.Text("Ärger Über Öl 🙂 ", 8)).DataSet!;
        Assert.Contains("Ä", some.Classes);
        Assert.Contains("🙂", some.Classes);

        // 26 + 26 Latin and 32 + 32 Cyrillic letters and a space are too many; in lower case 59 are left.
        var letters = string.Concat(
            Enumerable.Range('a', 26).Concat(Enumerable.Range('A', 26)).Concat(Enumerable.Range('А', 64)).Select(c => (char)c))
            + " ";
        var lowered = Imported.Read("x", Uploads.Text(letters)).DataSet!;
        Assert.Equal(26 + 32 + 1, lowered.Classes.Count);
        Assert.Contains("All letters were changed to lowercase", lowered.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(66, true)]
    [InlineData(65, false)]
    public void Two_windows_are_the_least(int length, bool enough)
    {
        var imported = Imported.Read("x", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ab ", 30))[..length]));
        Assert.Equal(
            enough ? "" : "x: The text has 65 characters; at least 66 are needed, for one window of 32 to train on and one to validate.",
            imported.Faults);
    }

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "NUL", [.. Uploads.Text(), 0, .. Uploads.Text()], "x, line 9, byte 176: There is a NUL byte" },
        { "control character", [.. Uploads.Text(), 7, .. Uploads.Text()], "byte 176: There is the control character 07" },
        { "one letter", Uploads.Text("a", 100), "fewer than two different characters" },
        {
            "too many letters",
            Uploads.Text(string.Concat(Enumerable.Range(0x4e00, 100).Select(c => (char)c))),
            "100 different characters, even in lowercase; at most 96 are allowed. The rarest, which you might replace: '一' (U+4E00, 4 times)"
        },
        { "empty", [], "The file is empty" },
        { "blank", [.. "   "u8], "The text has 3 characters" },
        { "binary", [.. Enumerable.Range(0, 256).Select(i => (byte)(i * 7))], "The file is of no kind that can be read" },
        { "half a letter of UTF-16", [0xff, 0xfe, .. Encoding.Unicode.GetBytes("Once upon a time"), 0], "not valid UTF-16" },
        { "a picture", Uploads.Picture(3, 3, (_, _) => SkiaSharp.SKColors.Red), "single picture" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_line_and_byte(string name, byte[] content, string expected)
    {
        var imported = Imported.Read("x", content);
        Assert.True(imported.Faults.Contains(expected, StringComparison.Ordinal), $"{name}: {imported.Faults}");
    }

    [Fact]
    public void A_text_in_another_encoding_is_read_or_asked_about_and_its_start_shown()
    {
        var story = string.Concat(Enumerable.Repeat("Das Café schließt um neun.\n", 6));
        var wide = Imported.Read("x", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(story)]);
        Assert.Contains("é", wide.DataSet!.Classes);
        Assert.Equal(("utf-16", SplitKind.InOrder), (wide.Reading!.Taken.Encoding, wide.Reading.Split));
        Assert.StartsWith("Das Café", wide.Sample!.Text, StringComparison.Ordinal);

        var latin = Encoding.Latin1.GetBytes(story);
        var asked = Imported.Read("x", latin);
        Assert.Equal("encoding", asked.Asked);
        Assert.StartsWith("Das Café schließt", asked.Sample!.Text, StringComparison.Ordinal);
        Assert.Contains("ß", Imported.Read("x", latin, new ImportChoices { Encoding = "windows-1252" }).DataSet!.Classes);
        Assert.Contains(
            "x, line 1, byte 7: The byte e9 here is not UTF-8",
            Imported.Read("x", latin, new ImportChoices { Encoding = "utf-8" }).Faults,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_more_windows_than_allowed_is_told() =>
        Assert.Contains(
            "at most 66 characters, which are 2 windows",
            Imported.Read("x", Uploads.Text(), limits: new() { MaxExamples = 2 }).Faults,
            StringComparison.Ordinal);

    [Fact]
    public void A_text_is_told_from_a_table_by_what_is_in_it()
    {
        Assert.Equal(
            DataSetKind.Text, Imported.Read("x", Uploads.Text("Hens, geese, ducks\nrun, swim and fly, 3 of each\n")).DataSet!.Kind);
        Assert.Equal(DataSetKind.Table, Imported.Read("story.txt", Uploads.Leaves()).DataSet!.Kind);
        Assert.Contains(
            "The columns 'a', 'b' hold words", Imported.Read("x.csv", Uploads.Csv("a,b", "x,y", "z,w")).Faults, StringComparison.Ordinal);
        Assert.Contains(
            "no column 'sort'",
            Imported.Read("x", Uploads.Csv("name,kind", "Tom,cat", "Rex,dog"), "sort").Faults,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_that_are_no_IDX_are_told()
    {
        Assert.Contains(
            "There are 2 files, and none of them is an IDX file",
            Imported.Read(("a", Uploads.Text()), ("b", Uploads.Leaves())).Faults,
            StringComparison.Ordinal);
        Assert.Contains("There is no file", Imported.Read().Faults, StringComparison.Ordinal);
    }
}
