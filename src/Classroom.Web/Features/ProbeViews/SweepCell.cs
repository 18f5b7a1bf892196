namespace Classroom.Web.Features.ProbeViews;

/// <summary>One run of a sweep.</summary>
/// <param name="Value">0 to 1; null until there is one.</param>
/// <param name="State">A word: "training", "done".</param>
/// <param name="Address">The run's page; null until it has one.</param>
public sealed record SweepCell(double? Value, string State, string? Address);
