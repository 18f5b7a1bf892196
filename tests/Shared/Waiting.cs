namespace Classroom.Tests;

/// <summary>Waits for what only asking again can tell.</summary>
public static class Waiting
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long anything may take, on the busiest machine. Whatever waits without it can hold up all tests forever.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Looks until <paramref name="holds"/>; gives what was seen then, and fails with what was seen last.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> holds, string what)
    {
        var deadline = DateTime.UtcNow + Longest;
        for (var pause = ShortestPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            var seen = await look();
            if (holds(seen))
            {
                return seen;
            }

            Assert.True(DateTime.UtcNow < deadline, $"Waited {Longest} in vain: {what}; seen last: {seen}");
            await Task.Delay(pause, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// What was seen when it held, or after half a minute: for what is a fault if it does not hold, of which there may be many.
    /// </summary>
    public static async Task<T> SettleAsync<T>(Func<Task<T>> look, Func<T, bool> holds)
    {
        for (var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(30); ;)
        {
            var seen = await look();
            if (holds(seen) || DateTime.UtcNow >= deadline)
            {
                return seen;
            }

            await Task.Delay(LongestPause, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(string what, Func<Task<bool>> holds) => UntilAsync(holds, held => held, what);

    public static Task UntilAsync(string what, Func<bool> holds) => UntilAsync(what, () => Task.FromResult(holds()));
}
