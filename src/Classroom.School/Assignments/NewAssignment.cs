namespace Classroom.School.Assignments;

/// <summary>What is to be assigned.</summary>
public sealed record NewAssignment : AssignmentSettings
{
    public required string Slug { get; init; }

    public AssignmentKind Kind { get; init; } = AssignmentKind.Lesson;
}
