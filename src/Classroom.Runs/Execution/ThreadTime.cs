using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Classroom.Runs.Execution;

/// <summary>
/// How long the calling thread has had a processor. A thread of low priority is often pushed aside in the middle of a
/// turn, and whoever's turn that was should not pay for it.
/// </summary>
internal static partial class ThreadTime
{
    private const int ClockOfThread = 3; // CLOCK_THREAD_CPUTIME_ID on Linux

    private static bool isMissing = !OperatingSystem.IsLinux();

    /// <summary>
    /// Only the difference of two readings on one thread means something; where the system tells nothing, time passes as on the wall.
    /// </summary>
    public static TimeSpan Now
    {
        get
        {
            try
            {
                if (!isMissing && GetTime(ClockOfThread, out var time) == 0)
                {
                    return TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick));
                }
            }
            catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
            {
                // A system with another C library.
            }

            isMissing = true;
            return Stopwatch.GetElapsedTime(0);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out UnixTime time);

    [StructLayout(LayoutKind.Sequential)]
    private struct UnixTime
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
