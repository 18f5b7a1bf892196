namespace Classroom.Web.Features.ProbeViews;

/// <summary>One of the two settings in which the runs of a sweep differ.</summary>
/// <param name="Label">The setting's name.</param>
/// <param name="Names">Its values.</param>
public sealed record HeatmapAxis(string Label, IReadOnlyList<string> Names);
