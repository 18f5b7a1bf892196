namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>What came of writing questions as GIFT.</summary>
/// <param name="Text">A file that <see cref="GiftReader"/> reads back to the same questions.</param>
/// <param name="Unwritten">The questions that are not in it.</param>
public sealed record GiftWriting(string Text, IReadOnlyList<GiftUnwritten> Unwritten);
