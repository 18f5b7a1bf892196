namespace Classroom.Web.Features.Runs;

/// <summary>A stretch of a run's curve as the API tells it.</summary>
/// <param name="Points">What follows the point that was asked for.</param>
/// <param name="Next">What to pass as <c>after</c> for the rest.</param>
public sealed record CurveAnswer(IReadOnlyList<PointAnswer> Points, int Next);
