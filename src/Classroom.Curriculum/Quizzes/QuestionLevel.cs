namespace Classroom.Curriculum.Quizzes;

/// <summary>Which level of the lesson a question can be answered from.</summary>
public enum QuestionLevel
{
    Core,
    Deep,
}
