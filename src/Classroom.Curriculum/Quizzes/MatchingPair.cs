namespace Classroom.Curriculum.Quizzes;

/// <summary>One pair of a <see cref="MatchingQuestion"/>.</summary>
/// <param name="Left">What is given.</param>
/// <param name="Right">What belongs to it.</param>
/// <param name="Feedback">For when <paramref name="Left"/> is matched wrongly.</param>
public sealed record MatchingPair(string Left, string Right, string Feedback);
