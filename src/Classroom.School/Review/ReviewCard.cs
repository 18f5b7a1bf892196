namespace Classroom.School.Review;

/// <summary>A question that a student once answered wrongly, and that comes back until she remembers it for long.</summary>
public sealed class ReviewCard
{
    public int UserId { get; init; }

    public required string Slug { get; init; }

    public required string QuestionId { get; init; }

    public required double Stability { get; set; }

    public required double Difficulty { get; set; }

    /// <summary>When it was last asked, in a quiz or in a review.</summary>
    public required DateTime AskedUtc { get; set; }

    public required DateTime DueUtc { get; set; }

    /// <summary>How often it has been answered in reviews. Decides how its choices are arranged, and lets each turn count once.</summary>
    public int Turn { get; set; }

    /// <summary>The hint was opened in this turn.</summary>
    public bool HintUsed { get; set; }

    public List<ReviewAnswer> Answers { get; } = [];
}
