namespace Classroom.Curriculum.Quizzes;

/// <summary>A typical wrong number, and what to say to whoever gives it.</summary>
public sealed record NumberMistake(decimal Value, string Feedback);
