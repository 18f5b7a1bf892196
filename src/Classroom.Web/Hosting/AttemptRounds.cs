using Classroom.School.Attempts;

namespace Classroom.Web.Hosting;

/// <summary>Hands in what students have saved once an assignment has closed, also of those who never come back to it.</summary>
internal sealed class AttemptRounds(AttemptService attempts, TimeProvider clock, ILogger<AttemptRounds> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenRounds, clock);
        var failing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await attempts.HandInEndedAsync(stoppingToken);
                failing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Once, not every half minute. The next round takes up what this one left.
                if (!failing)
                {
                    logger.LogError(fault, "Quizzes whose assignments have closed cannot be handed in right now");
                }

                failing = true;
            }
        }
    }
}
