namespace Classroom.School.Questions;

/// <summary>An own quiz as it stands.</summary>
public sealed record QuizDetails
{
    public required int Id { get; init; }

    public required string Title { get; init; }

    public required bool AllowsPractice { get; init; }

    public required int AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required DateTime ChangedUtc { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<QuizPart> Parts { get; init; }

    /// <summary>How assignments and addresses name it.</summary>
    public string Slug => OwnQuiz.SlugOf(Id);

    /// <summary>Of an attempt, where everything that it draws from is there.</summary>
    public int Questions => Parts.Sum(part => part.Tag is null ? 1 : part.Count);
}
