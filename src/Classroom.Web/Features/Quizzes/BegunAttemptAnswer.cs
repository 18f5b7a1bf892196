using System.Text.Json.Serialization;
using Classroom.School.Attempts;

namespace Classroom.Web.Features.Quizzes;

/// <summary>An attempt as whoever takes it begins: its questions, and nothing that answers them.</summary>
/// <param name="EndsAt">Then what is saved is handed in; left out where it never ends by itself.</param>
public sealed record BegunAttemptAnswer(
    int Id,
    IReadOnlyList<QuestionAnswer> Questions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? EndsAt)
{
    public static BegunAttemptAnswer From(AttemptView attempt) =>
        new(attempt.Id, [.. attempt.Questions.Select(answered => QuestionAnswer.From(answered.Planned))], attempt.EndsUtc);
}
