using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Questions;

/// <summary>A question of a bank in its current version.</summary>
/// <param name="Question">Its id is the <see cref="QuestionKey"/> of this version.</param>
/// <param name="Number">Of the version, counted from 1.</param>
/// <param name="Version">To be handed back with a change, so that nobody's is lost.</param>
public sealed record StoredQuestion(
    int Id, Question Question, IReadOnlyList<string> Tags, int Number, int Version, int AuthorId, string AuthorName, DateTime ChangedUtc);
