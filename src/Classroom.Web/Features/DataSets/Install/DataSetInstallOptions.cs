namespace Classroom.Web.Features.DataSets.Install;

/// <summary>What may be fetched for a data set from an address.</summary>
public sealed record DataSetInstallOptions
{
    /// <summary>Bytes of one file.</summary>
    public long MaxBytes { get; init; } = DataSetsEndpoints.MaxUploadBytes;

    /// <summary>For all files together, from the first connection to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    public int MaxRedirects { get; init; } = 5;

    /// <summary>
    /// For tests only: allows this machine itself, there also without encryption. Otherwise an address that leads into the
    /// school's own network is refused, or an admin of Classroom could look into servers that only this machine reaches.
    /// </summary>
    public bool AllowLoopback { get; init; }
}
