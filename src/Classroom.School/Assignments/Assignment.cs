using Classroom.School.Classes;

namespace Classroom.School.Assignments;

/// <summary>What a class has to do, by when, and what of it counts. Graded attempts belong to one.</summary>
public sealed class Assignment : IVersioned
{
    public const int LongestTitle = 120;

    public const int MostPoints = 1000;

    public const int MostAttempts = 20;

    public const int MostMinutes = 600;

    public const int LongestInstructions = 2000;

    public const int LongestConfig = 3000;

    internal const int LongestGoal = 1500;

    public int Id { get; init; }

    public int ClassId { get; init; }

    /// <summary>Of the term; empty for a task that is about none.</summary>
    public required string Slug { get; init; }

    public AssignmentKind Kind { get; init; }

    /// <summary>What the class reads; null where the term's name says it.</summary>
    public string? Title { get; set; }

    public CountedAttempt Counts { get; set; }

    /// <summary>What a perfect score is worth.</summary>
    public int Points { get; set; } = 100;

    /// <summary>Graded attempts that a student may hand in; null for as many as she likes.</summary>
    public int? AttemptsAllowed { get; set; }

    /// <summary>Nobody can begin before; null for at once.</summary>
    public DateTime? OpensUtc { get; set; }

    /// <summary>What is handed in later is late.</summary>
    public required DateTime DueUtc { get; set; }

    /// <summary>Nothing is taken any more from here on; null for never.</summary>
    public DateTime? ClosesUtc { get; set; }

    /// <summary>Time for one graded attempt at its quiz; null for no limit.</summary>
    public int? Minutes { get; set; }

    /// <summary>Of the score, for each day late; see <see cref="LatePolicy"/>.</summary>
    public int LatePercentPerDay { get; set; }

    /// <summary>Lateness alone takes nobody below it.</summary>
    public int LateFloorPercent { get; set; }

    /// <summary>Only those whose <see cref="AssignmentStudent.IsGiven"/> is set have it, not the whole class.</summary>
    public bool IsForSome { get; set; }

    /// <summary>When a student sees what an attempt scored, and which of its answers were right.</summary>
    public Release ScoresFrom { get; set; }

    /// <summary>When a student sees the right answers and why they are right.</summary>
    public Release AnswersFrom { get; set; } = Release.AfterDue;

    /// <summary>When the teacher posted its marks; null while they are held.</summary>
    public DateTime? PostedUtc { get; set; }

    /// <summary>Null for none.</summary>
    public int? CategoryId { get; set; }

    /// <summary>An assignment of the same class that a student has to do first; null for none.</summary>
    public int? AfterId { get; set; }

    /// <summary>The score to reach in that one; null where doing it is enough.</summary>
    public int? AfterPercent { get; set; }

    /// <summary>Null where it stands by itself.</summary>
    public int? ListId { get; set; }

    /// <summary>Orders the steps of its list.</summary>
    public int Position { get; set; }

    /// <summary>Students do not see it yet.</summary>
    public bool IsDraft { get; set; }

    /// <summary>Of a task, in plain text: what students are to do; null for none.</summary>
    public string? Instructions { get; set; }

    /// <summary>Of a task: the settings to begin with, checked by the training engine; null for the usual ones.</summary>
    public string? ConfigJson { get; set; }

    /// <summary>Of a task: a <see cref="TaskGoal"/>; null for everything else.</summary>
    public string? GoalJson { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public int Version { get; set; }

    public SchoolClass Class { get; init; } = null!;

    public Assignment? After { get; set; }

    public AssignmentList? List { get; set; }

    public List<AssignmentStudent> Students { get; } = [];
}
