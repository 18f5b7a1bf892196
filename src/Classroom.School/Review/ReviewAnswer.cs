namespace Classroom.School.Review;

/// <summary>What was answered in one turn of a review card.</summary>
public sealed class ReviewAnswer
{
    public int UserId { get; init; }

    public required string Slug { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>From 0.</summary>
    public required int Turn { get; init; }

    /// <summary>As given; null for "I do not know".</summary>
    public string? ResponseJson { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    public required ReviewRating Rating { get; init; }

    public required DateTime AnsweredUtc { get; init; }
}
