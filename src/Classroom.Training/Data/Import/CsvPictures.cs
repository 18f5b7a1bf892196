namespace Classroom.Training;

/// <summary>Rows of 64 or 784 pixels are square pictures, as handwritten digits are often passed on.</summary>
internal static class CsvPictures
{
    private const int White = byte.MaxValue;

    // The well-known digits of 8 × 8 pixels have values up to 16; drawings in black and white have 0 and 1.
    private static readonly int[] SmallestWhites = [1, 16];

    /// <summary>How many pixels high and wide the pictures are; null where the rows are none.</summary>
    public static int? Side(CsvRows rows) => (rows.ArePixels && rows.Largest > 0, rows.Columns) switch
    {
        (true, 64) => 8,
        (true, 784) => 28,
        _ => null,
    };

    public static StagedDataSet? Stage(string name, CsvRows rows, int side, Upload upload)
    {
        var classes = rows.Classes;
        var validation = ValidationSplit.ExamplesFor(rows.Count);
        var white = side == 8 ? SmallestWhites.Where(white => rows.Largest <= white).DefaultIfEmpty(White).First() : White;
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{rows.Count:N0} pictures of {side} × {side} pixels in {classes.Length} classes, from {Upload.Shown(name)}: each row has {rows.Columns} whole numbers from 0 to {white}, which were read as grey values row by row. "
                + Upload.SplitInWords(validation)
                + (white == White ? " Grey values are as in the file, 0 (black) to 255 (white)." : $" Grey values are multiplied by {White} / {white}."),
            Kind = DataSetKind.Image,
            Train = rows.Count - validation,
            Validation = validation,
            Shape = [side, side],
            Classes = classes,
        };
        var row = new float[rows.Columns];
        return rows.Examples.StagePictures(info, rows.Labels(classes), (number, picture) =>
        {
            rows.Examples.Read(number, row);
            for (var i = 0; i < row.Length; i++)
            {
                picture[i] = (byte)MathF.Round(row[i] * White / white);
            }
        });
    }
}
