namespace Classroom.Curriculum.Quizzes;

/// <summary>Each left belongs to exactly one right.</summary>
public sealed record MatchingQuestion : Question
{
    public required IReadOnlyList<MatchingPair> Pairs { get; init; }

    public override QuestionKind Kind => QuestionKind.Matching;
}

/// <param name="Left">What is given.</param>
/// <param name="Right">What belongs to it.</param>
/// <param name="Feedback">For when <paramref name="Left"/> is matched wrongly.</param>
public sealed record MatchingPair(string Left, string Right, string Feedback);
