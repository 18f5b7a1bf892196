namespace Classroom.School.Questions;

/// <summary>A tag and how many of one's own questions have it.</summary>
public sealed record TagCount(string Tag, int OwnQuestions);
