using Classroom.Training.Data;

namespace Classroom.Training.Tests;

/// <summary>
/// What cannot be told from the numbers of pictures is shown and can be chosen: whether they are pictures, and how these lie.
/// </summary>
public sealed class PictureChoicesTests
{
    private static readonly byte[] Digits = Uploads.Digits();

    [Fact]
    public void Rows_that_could_be_pictures_are_taken_for_pictures_and_that_is_said()
    {
        var reading = Imported.Read("digits.csv", Digits).Reading!;
        Assert.Equal(
            (RowContent.Pictures, PictureOrientation.AsStored, 16), (reading.Taken.Content, reading.Taken.Orientation, reading.White));
    }

    [Fact]
    public void Rows_that_could_be_pictures_stay_a_table_where_that_is_chosen()
    {
        var imported = Imported.Read("digits.csv", Digits, new ImportChoices { Content = RowContent.Table });

        Assert.Equal("", imported.Faults + imported.Asked);
        Assert.Equal((DataSetKind.Table, 64), (imported.DataSet!.Kind, imported.DataSet.Columns.Count));
        Assert.Equal(
            (RowContent.Table, null, null), (imported.Reading!.Taken.Content, imported.Reading.Taken.Orientation, imported.Reading.White));
        Assert.Empty(imported.Sample!.Pictures);
    }

    [Fact]
    public void Rows_that_can_be_nothing_but_a_table_leave_nothing_to_choose() =>
        Assert.Null(Imported.Read("leaves.csv", Uploads.Leaves(), new ImportChoices { Content = RowContent.Table }).Reading!.Taken.Content);

    [Fact]
    public void Rows_that_cannot_be_pictures_are_refused_as_such_in_words_and_the_choice_stays_in_sight()
    {
        var imported = Imported.Read("leaves.csv", Uploads.Leaves(), new ImportChoices { Content = RowContent.Pictures });

        Assert.StartsWith(
            "leaves.csv: The rows cannot be pictures: that takes 64 (8 × 8) or 784 (28 × 28) columns", imported.Faults,
            StringComparison.Ordinal);
        Assert.EndsWith("this file has 2. Choose a table instead.", imported.Faults, StringComparison.Ordinal);
        Assert.Equal(RowContent.Pictures, imported.Reading!.Taken.Content);
        var broken = Uploads.Csv([
            string.Join(',', Enumerable.Range(0, 64).Select(i => $"p{i}").Append("label")),
            .. Enumerable.Range(0, 10).Select(row => string.Join(',', Enumerable.Repeat("0.5", 64).Append($"{row % 2}")))
        ]);
        Assert.EndsWith(
            "this file holds other numbers. Choose a table instead.",
            Imported.Read("x.csv", broken, new ImportChoices { Content = RowContent.Pictures }).Faults,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_a_table_are_turned_where_that_is_chosen_both_those_shown_and_those_stored()
    {
        var stored = Imported.Read("digits.csv", Digits);
        var turned = Imported.Read("digits.csv", Digits, new ImportChoices { Orientation = PictureOrientation.Transposed });

        Assert.Equal(PictureOrientation.Transposed, turned.Reading!.Taken.Orientation);
        Assert.Equal(
            stored.Sample!.Pictures.Select(picture => Transposed(picture.Pixels, 8, 8)),
            turned.Sample!.Pictures.Select(picture => picture.Pixels));
        Assert.NotEqual(stored.Sample.Pictures[0].Pixels, turned.Sample.Pictures[0].Pixels);
        Assert.Equal(Transposed(stored.DataSet!.Values.Span[..64], 8, 8), turned.DataSet!.Values[..64].ToArray());
        Assert.Equal(stored.DataSet.Labels.ToArray(), turned.DataSet.Labels.ToArray());
        Assert.EndsWith("Rows and columns of each picture are exchanged.", turned.DataSet.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void IDX_pictures_are_turned_where_that_is_chosen_both_those_shown_and_those_stored()
    {
        var (stored, turned) = (ReadIdx(null), ReadIdx(PictureOrientation.Transposed));

        Assert.Equal(PictureOrientation.AsStored, stored.Reading!.Taken.Orientation);
        Assert.Equal(PictureOrientation.Transposed, turned.Reading!.Taken.Orientation);
        Assert.Equal([3, 5], stored.DataSet!.Shape);
        Assert.Equal([5, 3], turned.DataSet!.Shape);
        Assert.Equal(Transposed(stored.DataSet.Values.Span[..15], 3, 5), turned.DataSet.Values[..15].ToArray());
        var (shown, shownTurned) = (stored.Sample!.Pictures[0], turned.Sample!.Pictures[0]);
        Assert.Equal((5, 3), (shownTurned.Height, shownTurned.Width));
        Assert.Equal(Transposed(shown.Pixels, 3, 5), shownTurned.Pixels);
    }

    private static Imported ReadIdx(PictureOrientation? orientation) => Imported.Read(
        [
            ("pictures", new MemoryStream(IdxFiles.Of(0x803, [20, 3, 5], i => (byte)i))),
            ("labels", new MemoryStream(IdxFiles.Labels(20))),
        ],
        new() { Orientation = orientation });

    private static byte[] Transposed(ReadOnlySpan<byte> picture, int height, int width)
    {
        var turned = new byte[picture.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                turned[(x * height) + y] = picture[(y * width) + x];
            }
        }

        return turned;
    }
}
