namespace Classroom.Web.Features.ProbeViews;

/// <summary>One bar.</summary>
/// <param name="Layer">Its name in words.</param>
/// <param name="Value">Null where it is not a number.</param>
/// <param name="Width">In the drawing.</param>
public sealed record LogBar(string Layer, double? Value, double Width);
