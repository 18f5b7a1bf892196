using Classroom.School.Regrades;

namespace Classroom.Web.Features.Regrades;

/// <param name="Drop">The question is dropped; else another answer is accepted.</param>
/// <param name="Accepted">That answer in words; null where the question is dropped.</param>
/// <param name="By">Who decided it.</param>
/// <param name="UndoneAt">Null while it holds.</param>
public sealed record RegradeRuleAnswer(
    int Id, string Question, bool Drop, string? Accepted, string? By, DateTime At, DateTime? UndoneAt)
{
    public static RegradeRuleAnswer From(RegradeDetails regrade) => new(
        regrade.Id,
        regrade.QuestionId,
        regrade.Accepted is null,
        regrade.Accepted is null ? null : RegradeWords.Answer(regrade.Question, regrade.Accepted),
        regrade.By,
        regrade.WhenUtc,
        regrade.UndoneUtc);
}
