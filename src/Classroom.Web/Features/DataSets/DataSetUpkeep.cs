using Classroom.School.DataSets;
using Classroom.Web.Features.DataSets.Uploads;

namespace Classroom.Web.Features.DataSets;

/// <summary>Gives back what nobody needs any more: uploads that were left at their preview, and the content of removed data sets.</summary>
public sealed class DataSetUpkeep(PendingUploads pending, DataSetStore store, TimeProvider clock, ILogger<DataSetUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            pending.Sweep();
            try
            {
                await store.ReleaseHiddenAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(fault, "The content of removed data sets could not be deleted; trying again later");
            }
        }
    }
}
