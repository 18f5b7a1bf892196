namespace Classroom.Training.Probes;

/// <summary>Divides a probe's work into moments of a few milliseconds, between which the run can be paused.</summary>
/// <param name="items">To be put through the network.</param>
/// <param name="multiplications">For one of them.</param>
internal sealed class Slices(int items, long multiplications)
{
    private const long MultiplicationsInAMoment = 8_000_000;
    private const int MostInAMoment = 1_024;

    private readonly int most = (int)Math.Clamp(MultiplicationsInAMoment / Math.Max(1, multiplications), 1, MostInAMoment);
    private int done;

    public int Items => items;

    /// <summary>How many moments it takes.</summary>
    public int Count => (items + most - 1) / most;

    /// <summary>Those for this moment; after the last ones it begins anew.</summary>
    public (int First, int Count, bool IsLast) Next()
    {
        var (first, count) = (done, Math.Min(most, items - done));
        done = first + count == items ? 0 : first + count;
        return (first, count, done == 0);
    }
}
