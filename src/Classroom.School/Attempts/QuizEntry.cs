namespace Classroom.School.Attempts;

/// <summary>An own quiz for whoever stands before it.</summary>
/// <param name="Slug">How its address names it.</param>
/// <param name="Questions">Of an attempt.</param>
/// <param name="MayTake">A graded attempt may be begun, as far as its assignments allow.</param>
/// <param name="MayPractice">Its author lets students practice it, or the reader may use it herself.</param>
public sealed record QuizEntry(string Slug, string Title, int Questions, bool MayTake, bool MayPractice);
