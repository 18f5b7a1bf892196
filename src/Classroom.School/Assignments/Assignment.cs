using Classroom.School.Classes;

namespace Classroom.School.Assignments;

/// <summary>What a class has to do, by when, and what of it counts. Graded attempts belong to one.</summary>
public sealed class Assignment : IVersioned
{
    public const int LongestTitle = 120;

    public const int MostPoints = 1000;

    public const int MostAttempts = 20;

    public int Id { get; init; }

    public int ClassId { get; init; }

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

    /// <summary>Students do not see it yet.</summary>
    public bool IsDraft { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public int Version { get; set; }

    public SchoolClass Class { get; init; } = null!;
}
