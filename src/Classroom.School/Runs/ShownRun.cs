using Classroom.School.Classes;

namespace Classroom.School.Runs;

/// <summary>A run that everybody in a class may look at, because a teacher of the class decided so.</summary>
public sealed class ShownRun
{
    public required Guid RunId { get; init; }

    public required int ClassId { get; init; }

    /// <summary>The class is told who trained it.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Whoever showed it; null once that person is gone.</summary>
    public int? ShownById { get; init; }

    public required DateTime ShownUtc { get; init; }

    public Run Run { get; init; } = null!;

    public SchoolClass Class { get; init; } = null!;
}
