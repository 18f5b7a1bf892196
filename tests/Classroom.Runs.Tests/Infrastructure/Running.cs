using System.Diagnostics;

namespace Classroom.Runs.Tests;

internal static class Running
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    /// <summary>Ends what a test waits for when the test run is ended.</summary>
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Looks again and again until the condition holds; fails when it never does.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"This never happened: {what}.");
            await Task.Delay(BetweenLooks, Ct);
        }
    }

    public static Task UntilAsync(string what, Func<bool> condition) => UntilAsync(what, () => Task.FromResult(condition()));
}
