using System.Text.Json.Serialization;
using Classroom.School.Attempts;

namespace Classroom.Web.Features.Quizzes;

/// <param name="Score">0 to 1; left out while it is held.</param>
/// <param name="Late">Handed in after it was due.</param>
public sealed record HandedInAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score, bool Late)
{
    public static HandedInAnswer From(AttemptView attempt) => new(attempt.Scores is null ? attempt.Score : null, attempt.IsLate);
}
