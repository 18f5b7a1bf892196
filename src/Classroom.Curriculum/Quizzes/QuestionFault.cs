namespace Classroom.Curriculum.Quizzes;

/// <summary>Something wrong with a question that somebody wrote.</summary>
/// <param name="Field">Where: a name such as <c>prompt</c>, or <c>choices[2].text</c>, counted from 0.</param>
/// <param name="Message">What it is, and what to do about it.</param>
public sealed record QuestionFault(string Field, string Message);
