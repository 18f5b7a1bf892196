namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>A question that was read from a GIFT file.</summary>
/// <param name="Question">
/// Its title is the objective, and its general feedback the explanation. What the file does not say is empty: title, hint, feedback.
/// </param>
/// <param name="Line">Where it begins, counted from 1.</param>
/// <param name="Category">Of the last <c>$CATEGORY:</c> line above it; null without one.</param>
/// <param name="Tags">As its comments give them.</param>
public sealed record GiftQuestion(Question Question, int Line, string? Category, IReadOnlyList<string> Tags);
