using Classroom.School;
using Classroom.Training.Data.Import;
using Classroom.Web.Shared;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classroom.Web.Hosting;

/// <summary>
/// Whether there is room where this node writes: beside its SQLite file, and where uploads lie while they are read. SQLite may
/// still find room in its own log when the disk is full, so the database alone does not show it.
/// </summary>
public sealed class DiskHealth(SchoolDatabase database, TimeProvider clock) : RememberedHealth(clock)
{
    // A checkpoint, or what a class answers in an hour.
    private const int Needed = 1024 * 1024;

    // One data set, packed and unpacked.
    private const long Comfortable = 400L * 1024 * 1024;

    protected override Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        var beside = database.FindFolder();
        if (beside is not null && FaultOf(beside) is { } fault)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"Nothing more can be stored: {fault}"));
        }

        // With PostgreSQL everything but uploads goes on.
        if (FaultOf(UploadFolder.Current) is { } uploads)
        {
            return Task.FromResult(HealthCheckResult.Degraded($"Nothing can be uploaded: {uploads}"));
        }

        var left = new[] { beside ?? UploadFolder.Current, UploadFolder.Current }.Min(folder => new DriveInfo(folder).AvailableFreeSpace);
        return Task.FromResult(left < Comfortable
            ? HealthCheckResult.Degraded($"Only {left / (1024 * 1024)} MiB are left on the disk. Make room on it.")
            : HealthCheckResult.Healthy());
    }

    /// <summary>Really writes; null where that went well.</summary>
    private static string? FaultOf(string folder)
    {
        try
        {
            using var file = new TemporaryFile(folder);
            file.Stream.Write(new byte[Needed]);
            file.Stream.Flush();
            return null;
        }
        // The last is what .NET makes of a file that may not grow that far.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The system's own words, without the path that .NET puts after them.
            return $"{failure.Message.Split([" : ", " (Parameter"], StringSplitOptions.None)[0].TrimEnd('.')}. Make room on the disk, "
                + "and see that Classroom may write there.";
        }
    }
}
