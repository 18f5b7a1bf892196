namespace Classroom.School.Attempts;

/// <summary>One sitting of a term's quiz. Its answers name the drawn questions, so a later edit of the bank changes none of them.</summary>
public sealed class Attempt
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public required string Slug { get; init; }

    public required AttemptMode Mode { get; init; }

    /// <summary>What it was handed in for; null for practice, and for a graded quiz that nobody has assigned.</summary>
    public int? AssignmentId { get; init; }

    /// <summary>Decides which questions are drawn and how their choices are arranged.</summary>
    public required int Seed { get; init; }

    public required DateTime StartedUtc { get; init; }

    /// <summary>
    /// What is saved is handed in at this moment: its time is up, or its assignment closes. Null for never. It moves with whatever it comes
    /// from (<see cref="AttemptDeadlines"/>).
    /// </summary>
    public DateTime? EndsUtc { get; set; }

    /// <summary>The question that was last in view, from 0, so that the page comes back to it.</summary>
    public int Place { get; set; }

    /// <summary>The latest answer; writing it locks the attempt against a submission at the same moment.</summary>
    public DateTime? SavedUtc { get; set; }

    public DateTime? SubmittedUtc { get; set; }

    /// <summary>Mean of the questions' scores, 0 to 1; null until submitted.</summary>
    public double? Score { get; set; }

    public List<AttemptAnswer> Answers { get; } = [];
}
