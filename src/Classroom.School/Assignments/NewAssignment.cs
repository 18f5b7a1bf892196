namespace Classroom.School.Assignments;

public sealed record NewAssignment
{
    public required string Slug { get; init; }

    /// <summary>Null is refused like every other fault: that no day was given is for the teacher to hear.</summary>
    public required DateTime? DueUtc { get; init; }

    public AssignmentKind Kind { get; init; } = AssignmentKind.Lesson;

    public CountedAttempt Counts { get; init; } = CountedAttempt.Best;
}
