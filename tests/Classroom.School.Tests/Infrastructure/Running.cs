namespace Classroom.School.Tests;

public static class Running
{
    /// <summary>Ends what a test waits for when the test run is ended.</summary>
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Does the same thing several times at the same moment, on threads of their own.</summary>
    public static async Task<T[]> AtOnce<T>(int times, Func<Task<T>> act)
    {
        using var start = new Barrier(times);
        return await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Ct);
                return act().GetAwaiter().GetResult();
            },
            Ct,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }
}
