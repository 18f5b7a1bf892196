using Classroom.School.AccessTokens;
using Classroom.School.Attempts;
using Classroom.School.Sessions;
using Classroom.School.SignInCards;

namespace Classroom.Web.Hosting;

/// <summary>
/// Looks every few seconds whether sessions that are open on this node still hold, and deletes old ones once an hour, as well as
/// sign-in cards that nobody has printed, access tokens that have long expired, and pictures that no question shows.
/// </summary>
internal sealed class SessionRounds(
    SessionService sessions,
    SignInCardService cards,
    AccessTokenService tokens,
    QuestionPictures pictures,
    TimeProvider clock,
    ILogger<SessionRounds> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenDeletions = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SessionService.BetweenChecks, clock);
        long? deleted = null;
        var failing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.CheckWatchedAsync(stoppingToken);
                if (deleted is not { } last || clock.GetElapsedTime(last) >= BetweenDeletions)
                {
                    deleted = clock.GetTimestamp();
                    await sessions.DeleteOldAsync(stoppingToken);
                    await cards.DeleteOldAsync(stoppingToken);
                    await tokens.DeleteOldAsync(stoppingToken);
                    await pictures.DeleteUnusedAsync(stoppingToken);
                }

                failing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Once, not every few seconds. Whatever is done meanwhile asks the database itself.
                if (!failing)
                {
                    logger.LogError(fault, "Whether sign-ins have ended cannot be asked right now");
                }

                failing = true;
            }
        }
    }
}
