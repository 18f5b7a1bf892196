namespace Classroom.School.Questions;

/// <summary>A question as it was written at one time; it is never changed.</summary>
public sealed class QuestionVersion
{
    public int QuestionId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>As <see cref="Curriculum.Quizzes.QuestionJson"/> writes it, without an id.</summary>
    public required string Json { get; init; }

    public required DateTime CreatedUtc { get; init; }
}
