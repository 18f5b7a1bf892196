namespace Classroom.Web.Features.ProbeViews;

/// <summary>Which powers of ten an axis reaches from and to, and which of them it names.</summary>
public sealed record LogAxis(int Bottom, int Top, IReadOnlyList<int> Powers)
{
    // Fewer would make small differences look large.
    private const int FewestPowers = 4;
    private const int MostNamed = 5;

    /// <param name="values">What is to be drawn; what is zero or null has no place on it.</param>
    public static LogAxis Create(IEnumerable<double?> values)
    {
        var logs = values.OfType<double>().Where(value => value > 0).Select(Math.Log10).DefaultIfEmpty(0).ToList();
        var top = (int)Math.Ceiling(logs.Max());
        var bottom = Math.Min((int)Math.Floor(logs.Min()), top - FewestPowers);
        var every = (top - bottom + MostNamed - 1) / MostNamed;
        return new(bottom, top, [.. Enumerable.Range(bottom, top - bottom + 1).Where(power => (top - power) % every == 0)]);
    }
}
