using Classroom.Training.Settings;

namespace Classroom.Training.Data.Points;

/// <summary>
/// Points along a straight line. A network without a hidden layer has two weights for it, so that its loss can be drawn whole.
/// </summary>
internal sealed class LineDataSet() : NumberDataSet(
    seed: 16,
    new()
    {
        Id = "line",
        Title = "Points along a line",
        Description = "A number x and a number y, which is a straight line of x, give or take a little. What is y?",
        Kind = DataSetKind.Table,
        Train = 60,
        Validation = 60,
        Shape = [1],
        Classes = [],
        Columns = [new("x", 0, 1)],
    },
    CommonOptions.Number("noise", 0, 1, 0.2, "How far each y is above or below the line (standard deviation); the line climbs by 4."))
{
    private const double Slope = 2;
    private const double Height = 1;

    protected override double Draw(int label, DataConfig options, Random random, Span<float> numbers)
    {
        var x = random.Between(-1, 1);
        numbers[0] = (float)x;
        return (Slope * x) + Height + (Or(options.Noise, "noise") * random.NextGaussian());
    }
}
