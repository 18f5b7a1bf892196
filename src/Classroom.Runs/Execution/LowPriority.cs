using System.Runtime.InteropServices;

namespace Classroom.Runs.Execution;

/// <summary>Lowers the calling thread's priority, so that pages stay quick while networks train.</summary>
internal static partial class LowPriority
{
    private const int PriorityOfProcess = 0; // PRIO_PROCESS: on Linux, with a thread's id, it means that thread
    private const int Nice = 10;

    public static void SetForThisThread()
    {
        if (!OperatingSystem.IsLinux())
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            return;
        }

        try
        {
            // .NET's own Thread.Priority does nothing on Linux. A refusal costs only some smoothness.
            _ = SetPriority(PriorityOfProcess, (uint)GetThreadId(), Nice);
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system with another C library trains at normal priority.
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();
}
