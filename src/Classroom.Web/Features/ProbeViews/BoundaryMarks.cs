namespace Classroom.Web.Features.ProbeViews;

/// <summary>The points of one class that were trained on, or that were not.</summary>
public sealed record BoundaryMarks(int Label, bool IsUnseen, string Path);
