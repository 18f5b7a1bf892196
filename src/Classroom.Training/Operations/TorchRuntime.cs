using TorchSharp;

namespace Classroom.Training.Operations;

/// <summary>Process-wide settings of libtorch that must be made before any tensor work.</summary>
public static class TorchRuntime
{
    [ThreadStatic]
    private static bool threadIsReady;

    /// <summary>
    /// Gives libtorch one thread for each thread that computes. Call it once at start, before any other work with tensors;
    /// calling it again does nothing.
    /// </summary>
    /// <remarks>
    /// Runs share the cores by taking turns, so more threads in one operation only get in each other's way, and sums
    /// split differently would round differently.
    /// </remarks>
    public static void Initialize() => PrepareThread();

    // OpenMP keeps its thread count per calling thread, and a run may move from one thread to another between two steps.
    internal static void PrepareThread()
    {
        if (threadIsReady)
        {
            return;
        }

        // Before libtorch computes anything.
        OneDnn.SetLimit();
        torch.set_num_threads(1);
        threadIsReady = true;
    }
}
