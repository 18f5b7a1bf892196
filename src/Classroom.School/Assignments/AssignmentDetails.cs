namespace Classroom.School.Assignments;

/// <summary>An assignment as its teachers see it.</summary>
public sealed record AssignmentDetails(int Id, string Slug, AssignmentKind Kind, CountedAttempt Counts, DateTime DueUtc);
