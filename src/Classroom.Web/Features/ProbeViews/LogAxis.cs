namespace Classroom.Web.Features.ProbeViews;

/// <summary>Which powers of ten an axis reaches from and to, and which of them it names.</summary>
public sealed record LogAxis(int Bottom, int Top)
{
    // Fewer would make small differences look large.
    private const int FewestPowers = 4;
    private const int MostNamed = 5;

    /// <summary>The powers that the axis names.</summary>
    public IReadOnlyList<int> Powers
    {
        get
        {
            var every = (Top - Bottom + MostNamed - 1) / MostNamed;
            return [.. Enumerable.Range(Bottom, Top - Bottom + 1).Where(power => (Top - power) % every == 0)];
        }
    }

    /// <param name="values">What is to be drawn; what is zero or null has no place on it.</param>
    public static LogAxis Create(IEnumerable<double?> values)
    {
        var logs = values.OfType<double>().Where(value => value > 0).Select(Math.Log10).DefaultIfEmpty(0).ToList();
        var top = (int)Math.Ceiling(logs.Max());
        return new(Math.Min((int)Math.Floor(logs.Min()), top - FewestPowers), top);
    }
}
