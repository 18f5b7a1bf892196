namespace Classroom.School;

public sealed record NewAssignment
{
    public required string Slug { get; init; }

    public required DateTime DueUtc { get; init; }

    public AssignmentKind Kind { get; init; } = AssignmentKind.Lesson;

    public CountedAttempt Counts { get; init; } = CountedAttempt.Best;
}
