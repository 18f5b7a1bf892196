using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Feedback;

/// <summary>What somebody on a class's staff wrote to a student about her work: an assignment, one answer, or a run.</summary>
public sealed class FeedbackNote : IVersioned
{
    public const int LongestText = 2000;

    /// <summary>Of one student in one class.</summary>
    public const int MostOfAStudent = 1000;

    public int Id { get; init; }

    public required int ClassId { get; init; }

    public required int StudentId { get; init; }

    public required int AuthorId { get; init; }

    /// <summary>What the work was for; null for a run that no assignment asked for.</summary>
    public int? AssignmentId { get; init; }

    /// <summary>The attempt that holds the answer; null for other notes.</summary>
    public int? AttemptId { get; init; }

    /// <summary>Set with <see cref="AttemptId"/>.</summary>
    public string? QuestionId { get; init; }

    public Guid? RunId { get; init; }

    /// <summary>Where on the run's curve it is pinned; null for the run as a whole.</summary>
    public int? Step { get; init; }

    public required string Text { get; set; }

    /// <summary>It asks the student to try again, and came with one more attempt where she had none left.</summary>
    public bool AsksAgain { get; init; }

    public required DateTime WrittenUtc { get; init; }

    public DateTime? EditedUtc { get; set; }

    /// <summary>When the student marked it as read; null while it is new to her.</summary>
    public DateTime? ReadUtc { get; set; }

    /// <summary>Nobody sees it anymore; the row stays for the audit log.</summary>
    public DateTime? WithdrawnUtc { get; set; }

    public int Version { get; set; }

    public SchoolClass Class { get; init; } = null!;

    public User Student { get; init; } = null!;

    public User Author { get; init; } = null!;

    public Assignment? Assignment { get; init; }

    public Attempt? Attempt { get; init; }

    public Run? Run { get; init; }
}
