using System.Diagnostics;

namespace Classroom.Benchmarks;

/// <summary>What a round took.</summary>
/// <param name="Clock">Seconds by the clock.</param>
/// <param name="Processor">Seconds of processor time, of all threads; hardly blurred where others use the machine too.</param>
public readonly record struct Effort(double Clock, double Processor)
{
    public static Effort Of(Action act)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        act();
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }
}
