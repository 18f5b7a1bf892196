using Classroom.Training.Settings;

namespace Classroom.Training.Data.Sequences;

/// <summary>Something to remember, then nothing but noise: how long can a network keep it?</summary>
internal sealed class RecallDataSet() : NumberDataSet(
    seed: 23,
    new()
    {
        Id = "recall",
        Title = "Remember the first",
        Description = "The first number is plus or minus 1, and after it comes only noise. At the end of the row the network must still "
            + "know which it was.",
        Kind = DataSetKind.Sequence,
        Train = 1_000,
        Validation = 500,
        Shape = [StandardLag + 1, 1],
        Classes = ["minus", "plus"],
        Columns = [new("number", 0, 1)],
    },
    CommonOptions.Number("noise", 0, 2, 1, "How strong the noise is (standard deviation)."),
    CommonOptions.Whole("lag", 1, 100, StandardLag, "Places of noise between the first number and the end."))
{
    private const int StandardLag = 20;

    public override DataSetInfo With(DataSetInfo data, DataConfig options) =>
        base.With(data, options) with { Shape = options.Lag is { } lag ? [lag + 1, 1] : data.Shape };

    protected override double Draw(int label, DataConfig options, Random random, Span<float> numbers)
    {
        var noise = Or(options.Noise, "noise");
        numbers[0] = label == 0 ? -1 : 1;
        foreach (ref var number in numbers[1..])
        {
            number = (float)(noise * random.NextGaussian());
        }

        return 0;
    }
}
