using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Features.Questions;

/// <summary>A line of a quiz, or a question that could become one.</summary>
/// <param name="Part">As <see cref="QuizForm.Write"/> writes it.</param>
/// <param name="Text">What it asks, or what is drawn.</param>
/// <param name="Detail">Its kind and whose it is.</param>
/// <param name="Question">Null for what is drawn, and for a question that is gone.</param>
public sealed record QuizPartView(string Part, string Text, string Detail, Question? Question);
