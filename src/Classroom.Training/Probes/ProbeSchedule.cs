namespace Classroom.Training;

/// <summary>
/// How often a probe looks: before training, after the last epoch, and in between at every so-manyth epoch, so that it takes
/// only a small share of the run. Counted from the config alone, never from a clock, so that a run repeats its frames too.
/// </summary>
internal static class ProbeSchedule
{
    private const double Share = 0.04;
    private const double MicrosecondsOfAStep = 100;
    private const double MultiplicationsOfAMicrosecond = 2_000;

    /// <summary>Epochs between two frames, at least 1.</summary>
    /// <param name="cost">Of one frame, in microseconds.</param>
    /// <param name="stepsPerEpoch">Training steps in an epoch.</param>
    /// <param name="multiplications">In the forward pass of one step; the way back takes twice as many.</param>
    public static int Interval(double cost, int stepsPerEpoch, double multiplications)
    {
        var epoch = stepsPerEpoch * (MicrosecondsOfAStep + (3 * multiplications / MultiplicationsOfAMicrosecond));
        return (int)Math.Clamp(Math.Ceiling(cost / (Share * epoch)), 1, int.MaxValue);
    }
}
