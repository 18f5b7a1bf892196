using Classroom.Naming;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using CsCheck;
using SkiaSharp;

namespace Classroom.Training.Tests;

/// <summary>Names in files follow the one rule for names, however they are written.</summary>
public sealed class ImportedNamesTests
{
    private static readonly byte[] Picture = Uploads.Picture(5, 5, (_, _) => new SKColor(100, 100, 100));

    [Fact]
    public void Labels_that_look_the_same_are_one_class()
    {
        var imported = Read("Caf\u00e9", "Cafe\u0301", "red car", "red\u00a0car", "red  car", "Caf\u00e9");

        Assert.Equal("", imported.Faults);
        Assert.Equal(["Caf\u00e9", "red car"], imported.DataSet!.Classes);
        Assert.Equal([3, 3], imported.Reading!.Classes.Select(read => read.Train + read.Validation));
        Assert.Equal("Caf\u00e9", imported.Sample!.Rows[1][1]);
        Assert.DoesNotContain(imported.Reading.Notes, note => note.Contains("cannot be seen", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_that_look_the_same_are_one_class()
    {
        using var read = ReadZip("red\u00a0car/1", "red car/2", "blue car/3", "blue car\u200b/4");

        Assert.Equal(["blue car", "red car"], read.DataSet!.Info.Classes);
        Assert.Equal([2, 2], read.Reading!.Classes.Select(counted => counted.Train + counted.Validation));
    }

    [Fact]
    public void What_cannot_be_seen_is_taken_out_of_labels_and_columns_and_said()
    {
        var imported = Imported.Read("x.csv", Uploads.Csv("a\u202eb,label", "1,\u200bcat", "2,dog", "3,cat", "4,do\u00adg"));

        Assert.Equal("", imported.Faults + imported.Asked);
        Assert.Equal(["cat", "dog"], imported.DataSet!.Classes);
        Assert.Equal("ab", Assert.Single(imported.DataSet.Columns).Name);
        Assert.Equal(
            ["A character that cannot be seen was taken out of the names 'ab', 'cat', 'dog'."],
            imported.Reading!.Notes.Where(note => note.Contains("cannot be seen", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_cannot_be_seen_is_taken_out_of_folders_and_said()
    {
        using var read = ReadZip("pets/train\u200b/c\u2066at/1", "pets/train\u200b/dog/2", "pets/test/cat/3", "pets/test/dog/4");

        Assert.Equal(["cat", "dog"], read.DataSet!.Info.Classes);
        Assert.Equal(SplitKind.Folders, read.Reading!.Split);
        Assert.Contains("A character that cannot be seen was taken out of the names 'cat', 'train'.", read.Reading.Notes);
    }

    [Fact]
    public void A_column_goes_by_the_name_that_is_shown_and_by_the_one_in_the_file()
    {
        var table = Uploads.Csv("so\u200brt,a", "x,1", "y,2", "x,3", "y,4");
        Assert.Equal(["x", "y"], Imported.Read("x.csv", table, "sort").DataSet!.Classes);
        Assert.Equal(["x", "y"], Imported.Read("x.csv", table, "so\u200brt").DataSet!.Classes);
    }

    [Fact]
    public void Two_columns_whose_names_look_the_same_are_refused() =>
        Assert.Contains(
            "2 columns have the name 'a'",
            Imported.Read("x.csv", Uploads.Csv("a,a\u200b,label", "1,2,x", "2,3,y")).Faults,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("\u200b", "line 3: The label '\u200b' shows nothing: use letters, digits or signs.")]
    [InlineData(
        "ca\at",
        "line 3: The label 'ca\ufffdt' holds the control character U+0007, which no name has: take it out, or choose the encoding that "
        + "the file was saved in.")]
    public void A_label_that_is_no_name_is_refused_with_its_line_and_what_to_do(string label, string expected) =>
        Assert.Contains(expected, Read("dog", label, "cat").Faults, StringComparison.Ordinal);

    [Theory]
    [InlineData("\u200b", "line 1: The name of column 1 shows nothing: use letters, digits or signs.")]
    [InlineData(
        "a\u0081",
        "line 1: The name of column 1 holds the control character U+0081, which no name has: take it out, or choose the encoding that "
        + "the file was saved in.")]
    public void A_column_that_has_no_name_is_refused_with_what_to_do(string column, string expected) =>
        Assert.Contains(
            expected, Imported.Read("x.csv", Uploads.Csv($"{column},label", "1,x", "2,y", "3,x")).Faults, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_shows_nothing_is_no_class()
    {
        using var read = ReadZip("\u200b/1", "cat/2", "dog/3");
        Assert.Contains(
            "The name of the folder '' shows nothing: use letters, digits or signs.", read.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_of_a_name_is_one_or_is_refused() =>
        Gen.OneOf(
            Gen.Int[0x20, 0x7E],
            Gen.Int[0xA0, 0x36F],
            Gen.Int[0x900, 0x9FF],
            Gen.Int[0x1100, 0x11FF],
            Gen.Int[0x2000, 0x206F],
            Gen.Int[0xE000, 0x10FFFF]).Array[0, 12]
            .Select(codes => string.Concat(codes.Select(char.ConvertFromUtf32)))
            .Sample(
                text =>
                {
                    var name = ImportedName.Clean(text);
                    Assert.Equal(name, ImportedName.Clean(name));
                    Assert.Equal(name.Trim(), name);
                    Assert.True(ImportedName.Fault(text, text.Length) is not null || NameText.Fault(name) is null);
                    Assert.False(ImportedName.HidesSomething(name));
                },
                iter: 20_000);

    private static Imported Read(params string[] labels) =>
        Imported.Read("x.csv", Uploads.Csv(["a,label", .. labels.Select((label, i) => $"{i},{label}")]));

    private static ImportResult ReadZip(params string[] paths) => DataSetImport.Read(
        [("pets.zip", new MemoryStream(Uploads.Zip(paths.Select(path => (path + ".png", Picture)))))],
        new() { Title = "Pets" },
        cancellationToken: TestContext.Current.CancellationToken);
}
