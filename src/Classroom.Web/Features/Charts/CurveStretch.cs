namespace Classroom.Web.Features.Charts;

/// <summary>A piece of a curve; <paramref name="Best"/> only where the best epoch is another one than before.</summary>
public sealed record CurveStretch(
    IReadOnlyList<(double X, double Y)> Train,
    IReadOnlyList<(double X, double Y)> Smoothed,
    IReadOnlyList<(double X, double Y)> Validation,
    (double X, double Y)? Best);
