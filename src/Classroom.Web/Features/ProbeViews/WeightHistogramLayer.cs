using System.Globalization;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The weights of one layer.</summary>
/// <param name="Name">In words.</param>
/// <param name="Limit">Of the last bin; the first begins at its negative.</param>
/// <param name="Counts">Weights in each bin.</param>
public sealed record WeightHistogramLayer(string Name, double Limit, int[] Counts)
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

    /// <summary>All bars as one shape.</summary>
    /// <param name="limit">Where the picture ends on both sides; no less than <see cref="Limit"/>.</param>
    public string Outline(double limit)
    {
        const double height = WeightHistogramScene.Height;
        var width = WeightHistogramScene.Width * Limit / limit;
        var (left, bin, most) = ((WeightHistogramScene.Width - width) / 2, width / Counts.Length, Math.Max(1, Counts.Max()));
        var bars = Counts.Index().Where(count => count.Item > 0)
            .Select(count => string.Create(
                CultureInfo.InvariantCulture,
                $"M{left + (count.Index * bin):0.##} {height:0}v{-Math.Max(1.5, height * count.Item / most):0.#}h{bin * 0.9:0.##}"
                    + $"V{height:0}z"));
        return string.Concat(bars);
    }
}
