namespace Classroom.Training;

/// <summary>The built-in data set of drawn digits.</summary>
internal static class DigitsDataSet
{
    private const int TrainPictures = 4_000;
    private const int ValidationPictures = 1_000;
    private const int Seed = 20_250;

    public static DataSetInfo Info { get; } = new()
    {
        Id = "digits",
        Title = "Drawn digits",
        Description = "The digits 0 to 9 as an unsteady hand writes them: several ways for each digit, moved, turned, slanted, thick or thin, on grainy paper.",
        Kind = DataSetKind.Image,
        Train = TrainPictures,
        Validation = ValidationPictures,
        Shape = [DigitDrawing.Side, DigitDrawing.Side],
        Classes = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    };

    public static DataSet Draw()
    {
        const int size = DigitDrawing.Side * DigitDrawing.Side;
        var labels = new byte[Info.Examples];
        var pixels = new byte[Info.Examples * size];

        // Each picture has its own seed, so the order in which threads draw them does not matter.
        Parallel.For(0, Info.Examples, i =>
        {
            labels[i] = (byte)(i % Info.Classes.Count);
            DigitDrawing.Draw(labels[i], unchecked((Seed * 1_000_003) + (i * 7_919)), pixels.AsSpan(i * size, size));
        });
        return new DataSet(Info, pixels, labels);
    }
}
