using Classroom.School.Assignments;

namespace Classroom.School.Feedback;

/// <summary>A note as it is read.</summary>
/// <param name="Author">Her name.</param>
/// <param name="IsMine">The reader wrote it.</param>
public sealed record NoteView(int Id, int ClassId, string ClassName, int StudentId, string Author, bool IsMine, string Text)
{
    /// <summary>Null where it is about none, or that was removed.</summary>
    public AssignmentDetails? Assignment { get; init; }

    public int? AttemptId { get; init; }

    /// <summary>Of the attempt's quiz.</summary>
    public string? AttemptSlug { get; init; }

    public string? QuestionId { get; init; }

    public Guid? RunId { get; init; }

    public string? RunTitle { get; init; }

    public int? Step { get; init; }

    public bool AsksAgain { get; init; }

    /// <summary>It asks the student to try again, and she has not begun to.</summary>
    public bool IsToTryAgain { get; init; }

    public required DateTime WrittenUtc { get; init; }

    public DateTime? EditedUtc { get; init; }

    /// <summary>Null while it is new to the student.</summary>
    public DateTime? ReadUtc { get; init; }

    public int Version { get; init; }
}
