namespace Classroom.Web.Features.ProbeViews;

/// <summary>All connections that are drawn with the same color and width.</summary>
public sealed record NetworkLines(bool IsNegative, double Width, string Path);
