namespace Classroom.Training.Data.Pictures;

/// <summary>The built-in data sets of pictures.</summary>
internal static class PictureDataSets
{
    private const int DigitsSeed = 20_250;

    public static IReadOnlyList<PictureDataSet> All { get; } =
    [
        new(
            (
                "digits", "Drawn digits",
                "The digits 0 to 9 as a shaky hand writes them: several ways for each digit, moved, turned, slanted, thick or thin, on "
                    + "grainy paper."),
            (4_000, 1_000),
            DigitTemplates.All,
            new(),

            // The first data set there was: recorded curves rest on its seeds.
            i => unchecked((DigitsSeed * 1_000_003) + (i * 7_919))),
        new(
            (
                "shifted-digits", "Digits that wander",
                "The digits 0 to 9, smaller and anywhere on the paper. A network that looks at fixed places has a hard time; one that "
                    + "searches the whole picture does not."),
            (4_000, 1_000),
            DigitTemplates.All,
            new() { Size = 16, Shift = 5, Jitter = 0.04, Width = (0.75, 1.1), Height = (0.75, 1.1), Noise = 0.1 },
            i => RandomDraws.SeedOf(1, i)),
        new(
            ("letters", "Drawn letters", "The capital letters A to Z as different people write them, some plain, some curly."),
            (4_160, 1_040),
            LetterTemplates.All,
            new() { Shift = 3, Jitter = 0.04, Width = (0.75, 1.1), Height = (0.75, 1.1) },
            i => RandomDraws.SeedOf(2, i)),
        new(
            (
                "shapes", "Drawn shapes",
                "Eight shapes, such as circles, stars and hearts, drawn by a shaky hand: large or small, moved, turned and squeezed."),
            (4_000, 1_000),
            ShapeTemplates.All,
            new() { Shift = 3, Jitter = 0.05, Width = (0.75, 1.1), Height = (0.75, 1.1), Noise = 0.15 },
            i => RandomDraws.SeedOf(3, i)),
        new(
            (
                "fashion-icons", "Clothes and more",
                "Ten things to wear or carry, from T-shirts to glasses, drawn in outline and each in several cuts."),
            (4_000, 1_000),
            FashionTemplates.All,
            new() { Size = 20, Shift = 2, Jitter = 0.025, Slant = 0.15, Width = (0.8, 1.08), Height = (0.8, 1.08), HalfWidth = (0.6, 1.1) },
            i => RandomDraws.SeedOf(4, i)),
    ];
}
