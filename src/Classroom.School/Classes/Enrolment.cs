using Classroom.School.People;

namespace Classroom.School.Classes;

/// <summary>
/// A student and a class. Queries yield only those who are in it, unless they ask for <see cref="Enrolments.InAnyState"/>.
/// </summary>
public sealed class Enrolment
{
    public int ClassId { get; init; }

    public int UserId { get; init; }

    public EnrolmentState State { get; set; } = EnrolmentState.Enrolled;

    /// <summary>When she entered, or asked to.</summary>
    public required DateTime JoinedUtc { get; set; }

    public SchoolClass Class { get; init; } = null!;

    public User User { get; init; } = null!;
}
