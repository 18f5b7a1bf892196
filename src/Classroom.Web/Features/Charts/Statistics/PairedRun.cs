namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>A run for comparing settings seed by seed.</summary>
/// <param name="Setting">The same for runs that differ in the seed alone.</param>
/// <param name="Outcome">What came of it; null while it is not over.</param>
public sealed record PairedRun(string Setting, int Seed, double? Outcome);
