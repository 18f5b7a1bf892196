using Classroom.School;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs;

/// <summary>Takes up at start what an earlier process has left unfinished.</summary>
public sealed class RunRecovery(RunStore store, IGrainFactory grains, ILogger<RunRecovery> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var run in await store.ListUnfinishedAsync(stoppingToken))
        {
            logger.LogInformation("Run {Run} goes on from point {Points}", run.Id, run.Points);
            await grains.GetGrain<IRunGrain>(run.Id).StartAsync();
        }
    }
}
