namespace Classroom.Web.Features.DataSets.Install;

/// <summary>A file that belongs to a data set.</summary>
/// <param name="Address">Where the file is.</param>
/// <param name="Sha256">What it must be.</param>
public sealed record InstalledFile(string? Address, string? Sha256);
