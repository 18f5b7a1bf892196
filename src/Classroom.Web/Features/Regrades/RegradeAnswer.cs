using Classroom.School.Regrades;

namespace Classroom.Web.Features.Regrades;

/// <param name="Id">Of the regrade; null where it was only looked at.</param>
/// <param name="Attempts">Handed-in attempts that had the question.</param>
/// <param name="Changed">Those whose score changes.</param>
/// <param name="WithoutIt">Handed-in attempts that drew other questions.</param>
/// <param name="Students">Those whose marks change.</param>
public sealed record RegradeAnswer(
    int? Id, string Question, int Attempts, int Changed, int WithoutIt, IReadOnlyList<RegradedStudentAnswer> Students)
{
    public static RegradeAnswer From(RegradeResult result) => new(
        result.Id == 0 ? null : result.Id,
        result.QuestionId,
        result.Attempts,
        result.Changed,
        result.WithoutIt,
        [.. result.Effects.Select(RegradedStudentAnswer.From)]);
}
