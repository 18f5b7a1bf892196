using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using SkiaSharp;

namespace Classroom.Training.Tests;

/// <summary>What a careful person would want to know of an upload is said in its notes, and what to do in its refusals.</summary>
public sealed class ImportNotesTests
{
    private static readonly byte[] Picture = Uploads.Picture(5, 5, (_, _) => new SKColor(100, 100, 100));

    [Fact]
    public void A_class_without_a_picture_for_validation_is_said()
    {
        Assert.Contains(
            "The class 'dog' has no pictures for validation, so nothing shows whether the network has learned it.",
            NotesOnZip("train/cat/1", "train/dog/2", "test/cat/3"));
        Assert.Contains(
            "The class 'dog' has no pictures for validation, so nothing shows whether the network has learned it.",
            NotesOnZip("cat/1", "cat/2", "dog/3"));
    }

    [Fact]
    public void Folders_that_differ_only_in_capital_letters_are_said() =>
        Assert.Contains(
            "The folders 'Cat', 'cat' differ only in capital letters; each is a class of its own.",
            NotesOnZip("Cat/1", "Cat/2", "cat/3", "cat/4"));

    [Theory]
    [InlineData("#N/A")]
    [InlineData("<NA>")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    public void What_spreadsheets_write_for_nothing_is_no_label_and_no_number(string nothing)
    {
        var faults = Imported.Read("x.csv", Uploads.Csv("a,label", "1,x", $"2,{nothing}", $"{nothing},y")).Faults;

        Assert.Contains(
            $"line 3: The label is missing in the column 'label': '{nothing}' is not a label.", faults, StringComparison.Ordinal);
        Assert.Contains($"line 4: A number is missing in the column 'a': '{nothing}' is not a number.", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("none")]
    [InlineData("missing")]
    public void A_class_that_may_stand_for_no_label_stays_one_and_that_is_said(string label)
    {
        var imported = Imported.Read("x.csv", Uploads.Csv("a,label", "1,x", $"2,{label}", "3,x", $"4,{label}"));

        Assert.Contains(label, imported.DataSet!.Classes);
        Assert.Contains(
            $"The label '{label}' is a class like any other. If it means that there is no label, leave its rows out.",
            imported.Reading!.Notes);
    }

    [Fact]
    public void Whole_numbers_that_are_too_long_to_tell_apart_are_not_called_constant()
    {
        var imported = Imported.Read(
            "x.csv",
            Uploads.Csv(
                ["id,b,label", .. Enumerable.Range(0, 20).Select(i => $"90071992547409{930 + (i % 2)},{i},{(i % 2 == 0 ? "x" : "y")}")]));

        Assert.Equal(
            [
                "The numbers of the column 'id' are too long to tell all of them apart: whole numbers are exact up to "
                + "9,007,199,254,740,992. Shorten them, or leave the column out."
            ],
            imported.Reading!.Notes);
        Assert.False(imported.Reading.Columns[0].IsConstant);
    }

    [Fact]
    public void A_long_number_that_is_always_the_same_is_constant() =>
        Assert.Contains(
            "is constant",
            Imported.Read(
                "x.csv",
                Uploads.Csv([
                    "id,b,label", .. Enumerable.Range(0, 20).Select(i => $"90071992547409930,{i},{(i % 2 == 0 ? "x" : "y")}")
                ])).Reading!.Notes[0],
            StringComparison.Ordinal);

    [Fact]
    public void One_of_a_thing_is_not_called_by_its_plural()
    {
        Assert.Contains(
            "holds 1 row; at least 2", Imported.Read("x.csv", Uploads.Csv("a,b,label", "1,2,x")).Faults, StringComparison.Ordinal);
        Assert.Contains(
            "The file has 1 column with a comma", Imported.Read("x.csv", Uploads.Csv("label", "x", "y")).Faults, StringComparison.Ordinal);
        Assert.Contains("The text has 1 character; at least 66", Imported.Read("x", "a"u8.ToArray()).Faults, StringComparison.Ordinal);
        Assert.Contains(
            "The file ends after 1 byte;", Imported.Read(("x", [0]), ("y", IdxFiles.Labels(20))).Faults, StringComparison.Ordinal);
        Assert.Contains(
            "1 byte is missing",
            Imported.Read(("x", IdxFiles.Pictures(20, 3)[..^1]), ("y", IdxFiles.Labels(20))).Faults,
            StringComparison.Ordinal);
        Assert.Contains(
            "The file holds 1 example;",
            Imported.Read(("x", IdxFiles.Pictures(1, 3)), ("y", IdxFiles.Labels(20))).Faults,
            StringComparison.Ordinal);
        using var zip = ReadZip("cat/1");
        Assert.Contains("holds 1 picture; at least 2", zip.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_table_is_to_be_unpacked_first()
    {
        Assert.Equal(
            "leaves.csv.gz: The file is packed with gzip. Unpack it, and upload what is in it.",
            Imported.Read("leaves.csv.gz", IdxFiles.Gzip(Uploads.Leaves())).Faults);
        Assert.Contains(
            "Expected two IDX files",
            Imported.Read("pictures.gz", IdxFiles.Gzip(IdxFiles.Pictures(20, 3))).Faults,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_letter_in_Windows_1252_is_told_with_what_to_do()
    {
        byte[] text = [.. Uploads.Text(), 0x81, .. Uploads.Text()];
        Assert.Contains(
            "line 9: There is the control character 81, which no text has. Take it out, or choose the encoding that the file was saved in.",
            Imported.Read("x.txt", text, new ImportChoices { Encoding = "windows-1252" }).Faults,
            StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> NotesOnZip(params string[] paths)
    {
        using var read = ReadZip(paths);
        return read.Reading!.Notes;
    }

    private static ImportResult ReadZip(params string[] paths) => DataSetImport.Read(
        [("pets.zip", new MemoryStream(Uploads.Zip(paths.Select(path => (path + ".png", Picture)))))],
        new() { Title = "Pets" },
        cancellationToken: TestContext.Current.CancellationToken);
}
