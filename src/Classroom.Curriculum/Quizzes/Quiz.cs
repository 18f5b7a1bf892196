namespace Classroom.Curriculum;

/// <summary>A term's bank of questions, from which each attempt draws some.</summary>
public sealed record Quiz
{
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>The question with this id, or null.</summary>
    public Question? Find(string? id) => Questions.FirstOrDefault(question => question.Id == id);
}
