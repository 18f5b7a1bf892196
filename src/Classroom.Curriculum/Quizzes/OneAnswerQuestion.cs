namespace Classroom.Curriculum.Quizzes;

/// <summary>Exactly one of the choices is right.</summary>
public record OneAnswerQuestion : Question
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    public override QuestionKind Kind => QuestionKind.OneAnswer;
}
