namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>What came of reading a GIFT file. The caller decides whether questions are taken while others were refused.</summary>
public sealed record GiftReading
{
    public required IReadOnlyList<GiftQuestion> Questions { get; init; }

    /// <summary>Why a question, or another line, was not read; in the order of lines.</summary>
    public required IReadOnlyList<GiftRemark> Faults { get; init; }

    /// <summary>What is a little different here in questions that were read; in the order of lines.</summary>
    public required IReadOnlyList<GiftRemark> Notes { get; init; }
}
