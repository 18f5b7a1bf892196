namespace Classroom.Curriculum.Quizzes;

/// <summary>Each left belongs to exactly one right.</summary>
public sealed record MatchingQuestion : Question
{
    public required IReadOnlyList<MatchingPair> Pairs { get; init; }

    public override QuestionKind Kind => QuestionKind.Matching;
}
