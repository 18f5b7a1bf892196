using Classroom.School.Assignments;

namespace Classroom.School.Attempts;

/// <summary>An attempt with everything its page shows.</summary>
public sealed record AttemptView
{
    public required int Id { get; init; }

    public required int UserId { get; init; }

    public required string Slug { get; init; }

    public required AttemptMode Mode { get; init; }

    /// <summary>What it is for; null where nobody has assigned it.</summary>
    public int? AssignmentId { get; init; }

    public required DateTime StartedUtc { get; init; }

    public DateTime? SubmittedUtc { get; init; }

    /// <summary>The question that was last in view, an index into <see cref="Questions"/>.</summary>
    public required int Place { get; init; }

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTime? EndsUtc { get; init; }

    /// <summary>Of the class that it is for: an IANA name, or null for the school's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>0 to 1; null until submitted, and while scores are held.</summary>
    public double? Score { get; init; }

    public required IReadOnlyList<AnsweredQuestion> Questions { get; init; }

    /// <summary>The right answers are not to be shown yet; null where they may be.</summary>
    public Hold? Answers { get; init; }

    /// <summary>What it scored, and which answers were right, is not in this view; null where it is.</summary>
    public Hold? Scores { get; init; }

    /// <summary>It was there already when it was asked for.</summary>
    public bool IsResumed { get; init; }

    /// <summary>When its assignment is due for whoever took it; null where it is for none, and for other readers.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>Handed in after that.</summary>
    public bool IsLate => SubmittedUtc > DueUtc;

    /// <summary>Handed in by the clock and not by the student: its time was up, or its assignment closed.</summary>
    public bool IsEnded => SubmittedUtc >= EndsUtc;

    public bool IsSubmitted => SubmittedUtc is not null;

    /// <summary>Nothing is answered; handed in like this, it counts for nothing.</summary>
    public bool IsEmpty => Questions.All(answered => answered.Response is null);
}
