using System.Diagnostics;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;

namespace Classroom.Benchmarks;

/// <summary>How this machine computes: what the engine's check found, and what it took in a fresh process.</summary>
public static class EngineReportPrint
{
    public static int Print()
    {
        var start = Stopwatch.GetTimestamp();
        TorchRuntime.Initialize();
        var loaded = Stopwatch.GetElapsedTime(start);
        var before = Environment.CpuUsage.TotalTime;
        var report = Engine.Report;
        var processor = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine($"Processor: {report.Processor}");
        Console.WriteLine($"Libraries: {report.Libraries}, loaded in {loaded.TotalMilliseconds:0} ms");
        Console.WriteLine($"Setting:   {report.Setting}");
        Console.WriteLine($"Check:     {(report.Passed ? "passed" : "failed")} in {report.Time.TotalMilliseconds:0} ms, "
            + $"{processor.TotalMilliseconds:0} ms of processor time");
        foreach (var fault in report.Faults)
        {
            Console.WriteLine($"Found wrong: {fault}");
        }

        return report.Passed ? 0 : 1;
    }
}
