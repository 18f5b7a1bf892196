using Classroom.Curriculum.Quizzes;

namespace Classroom.School.ItemAnalysis;

/// <summary>A question and how it worked.</summary>
/// <param name="Slug">Of the quiz to which it belongs: a term's, or one that a teacher made.</param>
/// <param name="Blanks">Attempts that had it and left it without an answer; they score 0.</param>
/// <param name="Answers">What was answered, as <see cref="GivenAnswers.Count"/> lists it.</param>
public sealed record AnalyzedItem(
    string Slug, Question Question, ItemStatistics Statistics, int Blanks, IReadOnlyList<GivenAnswer> Answers)
{
    /// <summary>Of a quiz that a teacher made; null where the term's name says it.</summary>
    public string? QuizTitle { get; init; }

    /// <summary>Below, figures say little.</summary>
    public const int FewAttempts = 10;

    // In percent: of the points that were there.
    private const double Easy = 95;
    private const double Hard = 10;

    // In percent. What is nearer to 0 is mostly chance in groups as small as classes.
    private const double Backward = -10;

    public bool HasFewAttempts => Statistics.Attempts < FewAttempts;

    public bool IsEasy => Statistics.Facility >= Easy;

    public bool IsHard => Statistics.Facility <= Hard;

    /// <summary>Those who did well otherwise tended to miss it.</summary>
    public bool WorksBackward => Statistics.Discrimination <= Backward;
}
