namespace Classroom.Web.Features.ProbeViews;

/// <summary>The examples of one class in the drawing.</summary>
/// <param name="Middle">In the drawing.</param>
/// <param name="Path">All marks.</param>
public sealed record EmbeddingGroup(int Label, int Examples, (double X, double Y) Middle, string Path);
