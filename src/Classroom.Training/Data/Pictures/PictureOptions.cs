using Classroom.Training.Settings;

namespace Classroom.Training.Data.Pictures;

/// <summary>The options of drawn pictures, and how they change the hand that draws.</summary>
internal static class PictureOptions
{
    public static IReadOnlyList<DataOption> For((int Train, int Validation) sizes, IReadOnlyList<string> classes, DrawingStyle style) =>
    [
        CommonOptions.Train(classes.Count, sizes.Train, sizes.Train),
        CommonOptions.Validation(classes.Count, sizes.Validation, sizes.Validation),
        CommonOptions.LabelNoise,
        CommonOptions.ValidationLabelNoise,
        new()
        {
            Name = "classes",
            Kind = DataOptionKind.Several,
            Choices = classes,
            Meaning = "Only these kinds of picture; the numbers of pictures shrink with them.",
        },
        CommonOptions.Number("noise", 0, 0.5, style.Noise, "Grain of the paper: 0 is clean, 0.5 hides thin lines."),
        CommonOptions.Number("shift", 0, 8, style.Shift, "How far a drawing can be from the middle, in pixels."),
        CommonOptions.Number(
            "validationShift", 0, 8, null,
            "Every validation drawing lies exactly so many pixels left or right of the middle; if not given, they lie like those for "
                + "training."),
        CommonOptions.Number("size", 8, 22, style.Size, "Side of a drawing, in pixels of 28."),
        new()
        {
            Name = "hand",
            Kind = DataOptionKind.One,
            Choices = ["usual", "steady"],
            Meaning = "A steady hand draws with a thick pen, in the middle of clean paper, and hardly turns or bends a line.",
        },
    ];

    /// <summary>The pictures become others, not only fewer.</summary>
    public static bool Redraw(DataConfig options) =>
        options is not { Noise: null, Shift: null, ValidationShift: null, Size: null, Hand: Handwriting.Usual };

    public static DrawingStyle TrainStyle(DrawingStyle usual, DataConfig options)
    {
        var style = options.Hand == Handwriting.Steady ? DrawingStyle.Steady : usual;
        return style with
        {
            Noise = options.Noise ?? style.Noise,
            Shift = options.Shift ?? style.Shift,
            Size = options.Size ?? style.Size,
        };
    }

    public static DrawingStyle ValidationStyle(DrawingStyle usual, DataConfig options) =>
        TrainStyle(usual, options) with { ShiftSideways = options.ValidationShift };
}
