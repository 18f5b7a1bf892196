namespace Classroom.Curriculum.Quizzes;

/// <summary>A typical wrong answer, and what to say to whoever gives it.</summary>
public sealed record TextMistake(string Text, string Feedback);
