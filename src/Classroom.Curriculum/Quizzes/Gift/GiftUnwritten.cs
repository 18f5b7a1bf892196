namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>A question that GIFT cannot hold.</summary>
/// <param name="Why">What it has that GIFT has no place for.</param>
public sealed record GiftUnwritten(Question Question, string Why);
