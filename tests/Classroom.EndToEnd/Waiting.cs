namespace Classroom.EndToEnd;

/// <summary>Waits for what only asking again can tell.</summary>
public static class Waiting
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until <paramref name="holds"/>; gives what was seen then, and fails with what was seen last.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> holds, string what, double seconds = 300)
    {
        var deadline = DateTime.UtcNow.AddSeconds(seconds);
        while (true)
        {
            var seen = await look();
            if (holds(seen))
            {
                return seen;
            }

            Assert.True(DateTime.UtcNow < deadline, $"Waited {seconds} s for {what}; seen last: {seen}");
            await Task.Delay(BetweenLooks, TestContext.Current.CancellationToken);
        }
    }
}
