using Classroom.School.People;

namespace Classroom.School.Classes;

/// <summary>A student is in a class.</summary>
public sealed class Enrolment
{
    public int ClassId { get; init; }

    public int UserId { get; init; }

    public required DateTime JoinedUtc { get; init; }

    public SchoolClass Class { get; init; } = null!;

    public User User { get; init; } = null!;
}
