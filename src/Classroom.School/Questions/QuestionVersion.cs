namespace Classroom.School.Questions;

/// <summary>A question as it was written at one time; what it asks is never changed.</summary>
public sealed class QuestionVersion
{
    public int QuestionId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>As <see cref="Curriculum.Quizzes.QuestionJson"/> writes it, without an id.</summary>
    public required string Json { get; init; }

    /// <summary>The picture that the question shows; null where it shows none, and once nobody can be asked this version any more.</summary>
    public int? PictureId { get; set; }

    public required DateTime CreatedUtc { get; init; }
}
