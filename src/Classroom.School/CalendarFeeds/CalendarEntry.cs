using Classroom.School.Assignments;

namespace Classroom.School.CalendarFeeds;

/// <summary>An assignment in a feed.</summary>
/// <param name="Assignment">With the dates of the student whose feed it is.</param>
/// <param name="CreatedUtc">When it was assigned.</param>
/// <param name="Revision">Grows with each change of the assignment, and of what is different for the student.</param>
public sealed record CalendarEntry(AssignmentDetails Assignment, DateTime CreatedUtc, int Revision)
{
    /// <summary>For its teachers, who have it in several; null for a student.</summary>
    public string? ClassName { get; init; }
}
