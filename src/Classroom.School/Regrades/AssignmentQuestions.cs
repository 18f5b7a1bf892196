using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Regrades;

/// <summary>Which questions of an assignment can be regraded.</summary>
internal static class AssignmentQuestions
{
    /// <summary>The quiz of its term; of a teacher's own quiz the questions that its attempts were given. Null where it has no quiz.</summary>
    public static async Task<Quiz?> ReadQuizAsync(
        this ClassroomDbContext db,
        Assignment assignment,
        Curriculum.Curriculum curriculum,
        QuizSource source,
        CancellationToken cancellationToken)
    {
        if (assignment.Kind is not (AssignmentKind.Lesson or AssignmentKind.Quiz))
        {
            return null;
        }

        if (!OwnQuiz.IsOwn(assignment.Slug))
        {
            return curriculum.Find(assignment.Slug)?.Quiz;
        }

        var given = await db.Attempts.Where(attempt => attempt.AssignmentId == assignment.Id)
            .SelectMany(attempt => attempt.Answers)
            .Select(answer => answer.QuestionId)
            .Distinct().OrderBy(id => id)
            .ToListAsync(cancellationToken);
        return await source.ReadQuizAsync(db, assignment.Slug, given, cancellationToken);
    }
}
