using Classroom.School.People;

namespace Classroom.School.Assignments;

/// <summary>What an assignment is for one student, where that differs from what it is for the class, and the mark that a teacher gave.</summary>
public sealed class AssignmentStudent : IVersioned
{
    public const int LongestReason = 300;

    public const int LongestComment = 2000;

    public int AssignmentId { get; init; }

    public int UserId { get; init; }

    /// <summary>Where the assignment is for some students: this one has it.</summary>
    public bool IsGiven { get; set; }

    /// <summary>Null for the date of the class.</summary>
    public DateTime? DueUtc { get; set; }

    /// <summary>Null to move with the due date.</summary>
    public DateTime? ClosesUtc { get; set; }

    /// <summary>Null for as many as the class.</summary>
    public int? AttemptsAllowed { get; set; }

    /// <summary>She need not do it, and it counts neither for nor against her.</summary>
    public bool IsExcused { get; set; }

    /// <summary>The mark that a teacher gave in place of the computed one; null for that one.</summary>
    public double? Points { get; set; }

    /// <summary>Why the mark was given; only its teachers read it.</summary>
    public string? Reason { get; set; }

    /// <summary>For the student, with her mark.</summary>
    public string? Comment { get; set; }

    public int Version { get; set; }

    public Assignment Assignment { get; init; } = null!;

    public User User { get; init; } = null!;
}
