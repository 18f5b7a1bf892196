namespace Classroom.School.Questions;

/// <summary>A word by which a question is found, and by which quizzes draw it.</summary>
public sealed class QuestionTag
{
    public const int Longest = 40;

    public int QuestionId { get; init; }

    /// <summary>In lower case, without a comma.</summary>
    public required string Tag { get; init; }
}
