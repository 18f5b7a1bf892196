namespace Classroom.Web.Features.Charts;

/// <summary>
/// Smooths a curve: each value is the mean of all values so far, the older the lighter. Divided by the weights that there
/// are, so that the first values are not drawn towards zero (as Adam's moments are, Kingma and Ba 2015).
/// </summary>
public sealed class RunningMean
{
    /// <summary>How much of the mean a new value leaves: it counts about the last ten.</summary>
    public const double Kept = 0.9;

    private double sum;
    private double weights;

    public double Add(double value)
    {
        sum = (Kept * sum) + value;
        weights = (Kept * weights) + 1;
        return sum / weights;
    }
}
