namespace Classroom.Training.Data.Pictures;

/// <summary>How unsteady the hand is that draws, on pictures of 28 × 28 pixels. Ranges are drawn from evenly.</summary>
internal sealed record DrawingStyle
{
    /// <summary>Side of the box that a drawing of scale 1 fills, in pixels.</summary>
    public double Size { get; init; } = 18;

    /// <summary>How far each point of a stroke may lie off, as a share of the box.</summary>
    public double Jitter { get; init; } = 0.045;

    /// <summary>The paper is turned by at most so many degrees either way.</summary>
    public double Rotation { get; init; } = 12;

    /// <summary>How far the top may lean to either side, as a share of the height.</summary>
    public double Slant { get; init; } = 0.25;

    /// <summary>Scale of the width.</summary>
    public (double Least, double Most) Width { get; init; } = (0.72, 1.05);

    /// <summary>Scale of the height.</summary>
    public (double Least, double Most) Height { get; init; } = (0.8, 1.1);

    /// <summary>How far the drawing may lie from the middle, sideways and up or down, in pixels.</summary>
    public double Shift { get; init; } = 2.5;

    /// <summary>
    /// If given, every drawing lies exactly so many pixels left or right of the middle; up and down remains <see cref="Shift"/>.
    /// </summary>
    public double? ShiftSideways { get; init; }

    /// <summary>Half the width of the pen, in pixels.</summary>
    public (double Least, double Most) HalfWidth { get; init; } = (0.8, 1.8);

    /// <summary>Brightness of full ink.</summary>
    public (double Least, double Most) Contrast { get; init; } = (0.6, 1);

    /// <summary>Standard deviation of the grain of the paper, where 1 is the whole way from black to white.</summary>
    public double Noise { get; init; } = 0.12;

    /// <summary>A steady hand in the middle of clean paper: the pictures of a class differ little.</summary>
    public static DrawingStyle Steady { get; } = new()
    {
        Jitter = 0.025,
        Rotation = 8,
        Slant = 0.05,
        Width = (0.88, 1.08),
        Height = (0.88, 1.08),
        Shift = 0.6,
        HalfWidth = (1.4, 1.8),
        Noise = 0.06,
    };
}
