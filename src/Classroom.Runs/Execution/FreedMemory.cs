using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Classroom.Runs.Execution;

/// <summary>
/// Gives what ended runs have freed back to the system. The C library keeps it in pieces, and after hundreds of runs of
/// different networks the pieces are many.
/// </summary>
internal static partial class FreedMemory
{
    /// <summary>The least time between two times: the call takes some milliseconds of a training thread.</summary>
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(2);

    private static long last = Stopwatch.GetTimestamp();
    private static int isRequested;

    /// <summary>A run has ended.</summary>
    public static void Request() => Volatile.Write(ref isRequested, 1);

    /// <summary>Takes some milliseconds where there is something to give back, so not under a lock.</summary>
    public static void ReturnToSystem()
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref last)) < LeastInterval || Interlocked.Exchange(ref isRequested, 0) == 0)
        {
            return;
        }

        try
        {
            _ = Trim(0);
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // Other C libraries have other ways.
        }

        Volatile.Write(ref last, Stopwatch.GetTimestamp());
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
