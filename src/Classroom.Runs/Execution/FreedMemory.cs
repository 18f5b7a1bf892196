using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Classroom.Runs.Execution;

/// <summary>
/// Gives what ended runs have freed back to the system. The C library keeps it in pieces, and after hundreds of runs of
/// different networks the pieces are many.
/// </summary>
internal static partial class FreedMemory
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(2);

    private static long last = Stopwatch.GetTimestamp();
    private static int isWanted;

    /// <summary>A run has ended.</summary>
    public static void Want() => Volatile.Write(ref isWanted, 1);

    /// <summary>Takes some milliseconds where there is something to give back, so not under a lock.</summary>
    public static void GiveBack()
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref last)) < AtMostEvery || Interlocked.Exchange(ref isWanted, 0) == 0)
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
