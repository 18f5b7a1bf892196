namespace Classroom.Training.Data.Import;

/// <summary>Rows of 64 or 784 pixels are square pictures, as handwritten digits are often passed on.</summary>
internal static class CsvPictures
{
    private const int Brightest = byte.MaxValue;

    // The well-known digits of 8 × 8 pixels have values up to 16; drawings in black and white have 0 and 1.
    private static readonly int[] SmallestWhites = [1, 16];

    /// <summary>
    /// Adds what the rows are: what was chosen, or pictures where they can be. Adds to the faults where pictures were chosen and
    /// sound rows are none.
    /// </summary>
    public static CsvLayout Decide(CsvSurvey survey, CsvLayout layout, Upload upload)
    {
        var choices = upload.Options.Choices;
        var canBe = CanBe(survey, layout);
        if (!canBe && choices.Content == RowContent.Pictures && !upload.IsFaulty)
        {
            var why = SideOf(layout) == 0 ? $"this file has {layout.Numbers.Length:N0}" : "this file holds other numbers";
            upload.Faults.Add(
                layout.File,
                $"The rows cannot be pictures: that takes 64 (8 × 8) or 784 (28 × 28) columns of whole numbers from 0 to {Brightest} "
                    + $"beside the label, not all of them 0; {why}. Choose a table instead.");
        }

        RowContent? content = canBe || choices.Content == RowContent.Pictures ? choices.Content ?? RowContent.Pictures : null;
        return layout with
        {
            Content = content,
            Orientation = content == RowContent.Pictures ? choices.Orientation ?? PictureOrientation.AsStored : null,
        };
    }

    public static StagedDataSet Stage(CsvRows rows, CsvSurvey survey, Upload upload)
    {
        var side = SideOf(rows.Layout);
        var white = White(survey, rows.Layout, side);
        var orientation = rows.Layout.Orientation!.Value;
        var classes = rows.Classes.Names();
        var labels = rows.Labels(classes);
        var split = ExampleSplit.Stratified(labels);
        var counts = split.Count(labels, classes);
        var layout = rows.Layout;
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{rows.Count:N0} pictures of {side} × {side} pixels in {classes.Length} classes, from "
                + $"{Upload.Shown(layout.File)}: each row has {rows.Columns} whole numbers from 0 to {white}, which were read as gray "
                + "values row by row. "
                + Upload.SplitInWords(split)
                + (white == Brightest
                    ? " Gray values are as in the file, 0 (black) to 255 (white)."
                    : $" Gray values are multiplied by {Brightest} / {white}.")
                + TransposedPictures.InWords(orientation),
            Kind = DataSetKind.Image,
            Train = split.Train,
            Validation = split.Validation,
            Shape = [side, side],
            Classes = classes,
            Reading = new()
            {
                Format = "CSV table of pixels",
                Taken = layout.Taken,
                Columns = layout.Columns(new HashSet<int>()),
                Classes = counts,
                White = white,
                Split = split.Kind,
                Notes = [.. rows.NameNotes(), .. rows.Classes.Notes(), .. CsvNotes.Rare(counts)],
            },
        };
        var row = new double[rows.Columns];
        void ReadPicture(int number, Span<byte> picture)
        {
            rows.Examples.Read(number, row);
            for (var i = 0; i < row.Length; i++)
            {
                picture[i] = (byte)Math.Round(row[i] * Brightest / white);
            }
        }

        var read = TransposedPictures.Upright(orientation, side, side, ReadPicture);
        upload.Sample = upload.Sample! with { Pictures = PictureSample.Take(labels, classes, side, side, read) };
        return rows.Examples.StagePictures(info, labels, split, read);
    }

    private static bool CanBe(CsvSurvey survey, CsvLayout layout) =>
        SideOf(layout) > 0
        && layout.Numbers.All(place => survey.Columns[place] is { IsWhole: true, Smallest: >= 0, Largest: <= Brightest })
        && Largest(survey, layout) > 0;

    // How many pixels high and wide pictures of so many numbers are; 0 where they are none.
    private static int SideOf(CsvLayout layout) => layout.Numbers.Length switch { 64 => 8, 784 => 28, _ => 0 };

    // The number that is white.
    private static int White(CsvSurvey survey, CsvLayout layout, int side) =>
        side == 8 ? SmallestWhites.Where(white => Largest(survey, layout) <= white).DefaultIfEmpty(Brightest).First() : Brightest;

    private static double Largest(CsvSurvey survey, CsvLayout layout) => layout.Numbers.Max(place => survey.Columns[place].Largest);
}
