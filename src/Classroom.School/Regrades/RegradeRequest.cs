namespace Classroom.School.Regrades;

/// <summary>A student asks her teacher to look again at how one question of an attempt was graded.</summary>
public sealed class RegradeRequest
{
    public const int LongestText = 500;

    public const int LongestAnswer = 1000;

    public int AttemptId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>Why, in her words.</summary>
    public required string Text { get; init; }

    public required DateTime AskedUtc { get; init; }

    /// <summary>What the teacher says to it; null while it is open.</summary>
    public string? Answer { get; set; }

    public DateTime? AnsweredUtc { get; set; }

    /// <summary>Whoever answered; null before, and once that person is gone.</summary>
    public int? AnsweredById { get; set; }
}
