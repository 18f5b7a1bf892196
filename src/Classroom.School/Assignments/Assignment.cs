using Classroom.School.Classes;

namespace Classroom.School.Assignments;

public sealed class Assignment
{
    public int Id { get; init; }

    public int ClassId { get; init; }

    public required string Slug { get; init; }

    public AssignmentKind Kind { get; init; }

    public CountedAttempt Counts { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public SchoolClass Class { get; init; } = null!;
}
