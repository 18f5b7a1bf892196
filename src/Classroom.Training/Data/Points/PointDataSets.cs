namespace Classroom.Training.Data.Points;

/// <summary>The built-in data sets of points in the plane.</summary>
internal static class PointDataSets
{
    public static IReadOnlyList<PointDataSet> All { get; } =
    [
        new(
            seed: 11,
            Plane(
                "xor", "Four corners",
                "Points in a square. Where both numbers have the same sign is one class, where they differ the other: opposite corners "
                    + "belong together, so no straight line can separate them.",
                300, 500, "same signs", "different signs"),
            noise: 0,
            Xor,
            CommonOptions.Number("margin", 0, 0.5, 0.1, "How far the points stay from the two lines that separate the corners."),
            options => options.Margin),
        new(
            seed: 12,
            Plane("circles", "A ring around a ring", "A small ring of points inside a large one.", 500, 500, "inner", "outer"),
            noise: 0.1,
            Circles),
        new(
            seed: 13,
            Plane(
                "spiral", "Two spiral arms",
                "Two arms that wind around each other. The more turns they take, the harder it is to tell them apart.", 500, 500,
                "first arm", "second arm"),
            noise: 0.02,
            Spiral,
            CommonOptions.Number("turns", 0.25, 4, 1, "How many times each arm goes around."),
            options => options.Turns),
        new(
            seed: 14,
            Plane("moons", "Two half moons", "Two half moons that reach into each other.", 400, 500, "upper moon", "lower moon"),
            noise: 0.2,
            Moons),
        new(
            seed: 15,
            Plane(
                "blobs", "Three clouds", "Three clouds of points that touch: a simple task, but nobody can do it without mistakes.", 300,
                500, "left", "top", "right"),
            noise: 0.3,
            Blobs),
    ];

    private static DataSetInfo Plane(string id, string title, string description, int train, int validation, params string[] classes) =>
        new()
        {
            Id = id,
            Title = title,
            Description = description,
            Kind = DataSetKind.Table,
            Train = train,
            Validation = validation,
            Shape = [2],
            Classes = classes,
            Columns = [new("x", 0, 1), new("y", 0, 1)],
        };

    private static (double X, double Y) Xor(int label, Random random, double margin)
    {
        var x = random.Between(margin, 1) * (random.Next(2) == 0 ? 1 : -1);
        var y = random.Between(margin, 1) * Math.Sign(x);
        return (x, label == 0 ? y : -y);
    }

    private static (double X, double Y) Circles(int label, Random random, double form)
    {
        var (sin, cos) = Math.SinCos(random.Between(0, 2 * Math.PI));
        var radius = label == 0 ? 0.5 : 1;
        return (radius * cos, radius * sin);
    }

    private static (double X, double Y) Spiral(int label, Random random, double turns)
    {
        // Near the middle both arms would meet.
        var radius = random.Between(0.1, 1);
        var (sin, cos) = Math.SinCos((2 * Math.PI * turns * radius) + (Math.PI * label));
        return (radius * cos, radius * sin);
    }

    // As scikit-learn's make_moons, but around the middle.
    private static (double X, double Y) Moons(int label, Random random, double form)
    {
        var (sin, cos) = Math.SinCos(random.Between(0, Math.PI));
        return label == 0 ? (cos - 0.5, sin - 0.25) : (0.5 - cos, 0.25 - sin);
    }

    // The corners of a triangle with equal sides; the noise makes the clouds.
    private static (double X, double Y) Blobs(int label, Random random, double form)
    {
        var (sin, cos) = Math.SinCos(Math.PI * ((7 / 6.0) - (label * 2 / 3.0)));
        return (0.8 * cos, 0.8 * sin);
    }
}
