namespace Classroom.Curriculum.Quizzes;

/// <summary>At least one choice is right and at least one wrong.</summary>
public sealed record SeveralAnswersQuestion : Question
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    public override QuestionKind Kind => QuestionKind.SeveralAnswers;
}
