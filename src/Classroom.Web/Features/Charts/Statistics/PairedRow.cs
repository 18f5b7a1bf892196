namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>What came of each setting with one seed, in the order of the settings; null where no such run is over.</summary>
public sealed record PairedRow(int Seed, IReadOnlyList<double?> Outcomes);
