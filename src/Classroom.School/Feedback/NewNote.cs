namespace Classroom.School.Feedback;

/// <summary>A note that somebody wants to write. It is about an answer, a run, or else the assignment as a whole.</summary>
public sealed record NewNote
{
    public required int ClassId { get; init; }

    public required int StudentId { get; init; }

    public int? AssignmentId { get; init; }

    public int? AttemptId { get; init; }

    /// <summary>Wanted with <see cref="AttemptId"/>.</summary>
    public string? QuestionId { get; init; }

    public Guid? RunId { get; init; }

    /// <summary>Where on the run's curve.</summary>
    public int? Step { get; init; }

    public required string Text { get; init; }

    /// <summary>The student gets another attempt.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>What of the request could not be read; named with all else that is wrong.</summary>
    public IReadOnlyList<Fault> Unread { get; init; } = [];
}
