using Classroom.Training.Settings;

namespace Classroom.Training.Data.Points;

/// <summary>Points in the plane, the classes in turn.</summary>
internal sealed class PointDataSet : NumberDataSet
{
    private readonly PointOf pointOf;
    private readonly Func<DataConfig, double?> given;
    private readonly DataOption? form;

    /// <param name="seed">Tells this data set's draws apart from those of others.</param>
    /// <param name="info">Id, title, description, sizes and classes.</param>
    /// <param name="noise">Standard deviation of the noise when nothing else is asked for.</param>
    /// <param name="pointOf">Places a point of a class, before the noise.</param>
    /// <param name="form">The option that changes the form, if there is one.</param>
    /// <param name="given">What a config says of that option.</param>
    public PointDataSet(
        int seed, DataSetInfo info, double noise, PointOf pointOf, DataOption? form = null, Func<DataConfig, double?>? given = null)
        : base(seed, info, [NoiseOption(noise), .. form is null ? Array.Empty<DataOption>() : [form]])
    {
        this.pointOf = pointOf;
        this.form = form;
        this.given = given ?? (_ => null);
    }

    /// <summary>A point without noise.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="random">The point's own draws.</param>
    /// <param name="form">The value of the option that changes the form; 0 where there is none.</param>
    public delegate (double X, double Y) PointOf(int label, Random random, double form);

    protected override double Draw(int label, DataConfig options, Random random, Span<float> numbers)
    {
        var noise = Or(options.Noise, "noise");
        var (x, y) = pointOf(label, random, given(options) ?? form?.Default ?? 0);
        numbers[0] = (float)(x + (noise * random.NextGaussian()));
        numbers[1] = (float)(y + (noise * random.NextGaussian()));
        return 0;
    }

    private static DataOption NoiseOption(double noise) =>
        CommonOptions.Number(
            "noise", 0, 1, noise, "How far points stray from where they belong (standard deviation); the whole picture is about 2 wide.");
}
