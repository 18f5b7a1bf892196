using Classroom.Curriculum.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>
/// The regrades of one assignment that hold. <see cref="AttemptAnswer.Score"/> stays what the question's own key gave, so that undoing
/// finds everything as it was; only <see cref="Attempt.Score"/> is worked out by these rules.
/// </summary>
internal sealed class RegradeRules
{
    private readonly HashSet<string> dropped;
    private readonly ILookup<string, Response> accepted;

    private RegradeRules(IReadOnlyList<QuestionRegrade> regrades)
    {
        dropped = [.. regrades.Where(regrade => regrade.AcceptedJson is null).Select(regrade => regrade.QuestionId)];
        accepted = regrades
            .Select(regrade => (regrade.QuestionId, Response: ResponseJson.Read(regrade.AcceptedJson)))
            .Where(regrade => regrade.Response is not null)
            .ToLookup(regrade => regrade.QuestionId, regrade => regrade.Response!);
    }

    public static RegradeRules None { get; } = new([]);

    public IReadOnlyCollection<string> Dropped => dropped;

    /// <param name="assignmentId">None for an attempt that is for no assignment.</param>
    public static async Task<RegradeRules> ReadAsync(ClassroomDbContext db, int? assignmentId, CancellationToken cancellationToken) =>
        assignmentId is null
            ? None
            : new(await db.QuestionRegrades.AsNoTracking()
                .Where(regrade => regrade.AssignmentId == assignmentId && regrade.UndoneUtc == null)
                .OrderBy(regrade => regrade.Id)
                .ToListAsync(cancellationToken));

    public bool IsDropped(string questionId) => dropped.Contains(questionId);

    public IReadOnlyList<Response> Accepted(string questionId) => [.. accepted[questionId]];

    /// <summary>What an answer earns; null where it does not count.</summary>
    public double? ScoreOf(AttemptAnswer answer, Quiz? quiz)
    {
        if (IsDropped(answer.QuestionId) || answer.Score is not { } byKey)
        {
            return null;
        }

        if (!accepted.Contains(answer.QuestionId) || quiz?.Find(answer.QuestionId) is not { } question)
        {
            return byKey;
        }

        var response = ResponseJson.Read(answer.ResponseJson);
        return accepted[answer.QuestionId].Max(other => Math.Max(byKey, OtherKey.Score(question, other, response)));
    }

    /// <summary>
    /// The mean of what counts. In the order of the questions, always: sums of doubles depend on it, and an undone regrade must give back
    /// the same score to the last bit.
    /// </summary>
    public double ScoreOf(Attempt attempt, Quiz? quiz) =>
        attempt.Answers.OrderBy(answer => answer.Place).Average(answer => ScoreOf(answer, quiz)) ?? 0;
}
