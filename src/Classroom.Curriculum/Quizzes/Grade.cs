namespace Classroom.Curriculum.Quizzes;

/// <summary>The mark for one response.</summary>
public sealed record Grade
{
    /// <summary>From 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Wholly right.</summary>
    public bool IsCorrect => Score >= 1;

    /// <summary>What went wrong, one sentence or two for each mistake, plain text; empty when wholly right, and where the question has nothing to say.</summary>
    public required IReadOnlyList<string> Feedback { get; init; }
}
