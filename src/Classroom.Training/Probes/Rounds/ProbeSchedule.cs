namespace Classroom.Training.Probes.Rounds;

/// <summary>
/// How often a probe looks: before training, after the last epoch, and in between after every so-manyth epoch, so that all
/// probes of a run together take only a small share of it and what is stored of it stays small. Counted from the config
/// alone, so that a run repeats its frames too.
/// </summary>
internal static class ProbeSchedule
{
    /// <summary>Frames of one kind in a run at most, however long it is.</summary>
    public const int MostFrames = 60;

    /// <summary>Of one kind in a run, where its frames are as large as the probe says.</summary>
    public const int MostBytes = 512 * 1024;

    private const double Share = 0.08;

    /// <summary>Epochs between two frames, at least 1.</summary>
    /// <param name="cost">Of one frame, in microseconds.</param>
    /// <param name="bytes">Of one frame.</param>
    /// <param name="probes">How many share the run's time.</param>
    /// <param name="epochs">Of the run.</param>
    /// <param name="epoch">What an epoch of training takes, in microseconds.</param>
    public static int Interval(double cost, int bytes, int probes, int epochs, double epoch)
    {
        // The frame before training comes in any case.
        var frames = Math.Clamp(MostBytes / bytes, 2, MostFrames) - 1;
        var forSpace = Math.Ceiling((double)epochs / frames);
        var forTime = Math.Ceiling(cost * probes / (Share * epoch));
        return (int)Math.Clamp(Math.Max(forSpace, forTime), 1, int.MaxValue);
    }
}
