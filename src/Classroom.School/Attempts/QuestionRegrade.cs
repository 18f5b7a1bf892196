namespace Classroom.School.Attempts;

/// <summary>
/// A rule of an assignment: a question of its quiz does not count, or another answer to it is right too. It holds for every attempt at the
/// assignment, also for those that are handed in later, until it is undone.
/// </summary>
public sealed class QuestionRegrade
{
    public int Id { get; init; }

    public required int AssignmentId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>The answer that is accepted; null where the question is dropped.</summary>
    public string? AcceptedJson { get; init; }

    /// <summary>Whoever decided it; null once that person is gone.</summary>
    public int? ById { get; init; }

    public required DateTime WhenUtc { get; init; }

    /// <summary>Null while it holds.</summary>
    public DateTime? UndoneUtc { get; set; }
}
