namespace Classroom.Web.Features.ProbeViews;

/// <summary>The weights of one layer.</summary>
/// <param name="Limit">Of the last bin; the first begins at its negative.</param>
public sealed record WeightHistogramLayer(string Name, double Limit, int[] Counts, string Outline)
{
    public int Weights => Counts.Sum();

    /// <summary>The share of weights closer to zero than a tenth of the widest.</summary>
    public double NearZero
    {
        get
        {
            var (middle, near) = (Counts.Length / 2, Counts.Length / 20);
            return Weights > 0 ? Counts[(middle - near)..(middle + near)].Sum() / (double)Weights : 0;
        }
    }
}
