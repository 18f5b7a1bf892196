namespace Classroom.Web.Features.ProbeViews;

/// <summary>The name of a class, where it stands in the drawing.</summary>
public sealed record EmbeddingName(string Text, double X, double Y, double Width);
