namespace Classroom.Web.Shared;

/// <summary>
/// Whether what stays open may stay open. A role, a place in a class or a teacher's class can be lost while a page or an
/// event stream is being fed.
/// </summary>
/// <param name="options">How often.</param>
/// <param name="clock">The program's.</param>
/// <param name="ask">Asks the database; what was true when the stream began is not asked at once again.</param>
public sealed class LiveRights(LiveRightsOptions options, TimeProvider clock, Func<Task<bool>> ask)
{
    private long asked = clock.GetTimestamp();

    /// <summary>To be called before anything more is shown.</summary>
    public async Task<bool> HoldAsync()
    {
        if (clock.GetElapsedTime(asked) < options.AskAgainAfter)
        {
            return true;
        }

        asked = clock.GetTimestamp();
        try
        {
            return await ask();
        }
        catch (Exception trouble) when (DatabaseTrouble.IsBehind(trouble))
        {
            // Nobody can take a right away meanwhile either; the next time it is asked again.
            return true;
        }
    }

    /// <summary>Waits for more to show, or for the next time to ask.</summary>
    public async Task WaitAsync(Task more, CancellationToken cancellationToken)
    {
        // No longer than until the next time to ask, or a right that was lost could be kept for twice as long.
        var left = options.AskAgainAfter - clock.GetElapsedTime(asked);
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await more.WaitAsync(left, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing has come, and nobody need have asked.
        }
    }
}
