namespace Classroom.Curriculum.Quizzes;

/// <summary>A term's bank of questions, from which each attempt draws some.</summary>
public sealed record Quiz
{
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>What a reader of this level is asked: of the core lesson its own questions, of the deep one all.</summary>
    public Quiz For(QuestionLevel level) =>
        level == QuestionLevel.Deep
            ? this
            : this with { Questions = [.. Questions.Where(question => question.Level == QuestionLevel.Core)] };

    /// <summary>The question with this id, or null.</summary>
    public Question? Find(string? id) => Questions.FirstOrDefault(question => question.Id == id);
}
