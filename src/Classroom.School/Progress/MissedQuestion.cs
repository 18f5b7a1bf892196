namespace Classroom.School.Progress;

/// <summary>The question of an assignment that most students got wrong or left out.</summary>
/// <param name="Prompt">Its words, without markup.</param>
/// <param name="Missed">Handed-in attempts without the full score for it.</param>
/// <param name="Asked">Handed-in attempts that had it.</param>
public sealed record MissedQuestion(string QuestionId, string Prompt, int Missed, int Asked)
{
    /// <summary>With fewer attempts, chance says more than the question.</summary>
    public const int FewestAsked = 3;
}
