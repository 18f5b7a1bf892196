namespace Classroom.Web.Shared.Drawing;

/// <summary>Where numbers come to lie in a drawing.</summary>
/// <param name="Low">The number at <paramref name="From"/>.</param>
/// <param name="High">The number at <paramref name="To"/>.</param>
/// <param name="From">A place in the drawing.</param>
/// <param name="To">A place in the drawing; less than <paramref name="From"/> where numbers grow upwards.</param>
public readonly record struct PlotScale(double Low, double High, double From, double To)
{
    /// <summary>A scale that holds all numbers that are finite, with a little room beyond the outermost.</summary>
    public static PlotScale Create(IEnumerable<double> numbers, double from, double to)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in numbers.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, number), Math.Max(high, number));
        }

        if (!(low <= high))
        {
            (low, high) = (-1, 1);
        }

        // Where all numbers are the same, they lie in the middle.
        var room = high > low ? 0.06 * (high - low) : Math.Max(1e-3, Math.Abs(high));
        return new(low - room, high + room, from, to);
    }

    /// <summary>What lies beyond is drawn at the edge.</summary>
    public double At(double number) => From + (Math.Clamp((number - Low) / (High - Low), 0, 1) * (To - From));
}
