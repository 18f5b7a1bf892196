using Classroom.School.Assignments;

namespace Classroom.School.Home;

/// <summary>An assignment that is not due yet, with how many of its students are done.</summary>
public sealed record ComingAssignment(AssignmentDetails Assignment, int Done, int Students);
