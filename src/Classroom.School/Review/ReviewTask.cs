using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Review;

/// <summary>A question to be asked again, arranged anew for this turn; a reload arranges it the same.</summary>
/// <param name="Turn">Which turn of the card this is, from 0: it counts once.</param>
public sealed record ReviewTask(string Slug, PlannedQuestion Planned, int Turn, bool HintUsed)
{
    public Question Question => Planned.Question;
}
