using Classroom.School.Attempts;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Finds the question of each assignment that was missed by the largest share; one query for a whole class, and one more where teachers made questions.</summary>
internal static class MissedQuestionReader
{
    public static async Task<IReadOnlyDictionary<int, MissedQuestion>> ReadAsync(
        ClassroomDbContext db, QuizSource source, int classId, CancellationToken cancellationToken)
    {
        var ofClass = db.Assignments.Where(a => a.ClassId == classId);
        var counts = await db.Attempts
            .Where(attempt => attempt.Mode == AttemptMode.Graded && ofClass.Any(a => a.Id == attempt.AssignmentId)
                && db.Enrolments.Any(e => e.ClassId == classId && e.UserId == attempt.UserId))
            .ThatCount()
            .SelectMany(
                attempt => attempt.Answers.Where(answer => answer.Score != null),
                (attempt, answer) => new { attempt.AssignmentId, attempt.Slug, answer.QuestionId, Missed = answer.Score < 1 ? 1 : 0 })
            .GroupBy(answer => new { answer.AssignmentId, answer.Slug, answer.QuestionId })
            .Select(answers => new
            {
                answers.Key.AssignmentId,
                answers.Key.Slug,
                answers.Key.QuestionId,
                Asked = answers.Count(),
                Missed = answers.Sum(answer => answer.Missed),
            })
            .Where(question => question.Asked >= MissedQuestion.FewestAsked && question.Missed > 0)
            .ToListAsync(cancellationToken);
        var given = await source.ReadAsync(db, counts.Select(counted => (counted.Slug, counted.QuestionId)), cancellationToken);
        return (from counted in counts
                let question = given.Find(counted.Slug, counted.QuestionId)
                where question is not null
                group new MissedQuestion(question.Id, question.PromptText, counted.Missed, counted.Asked) by counted.AssignmentId!.Value)
            .ToDictionary(
                missed => missed.Key,
                missed => missed.OrderByDescending(question => (double)question.Missed / question.Asked)
                    .ThenByDescending(question => question.Asked).ThenBy(question => question.QuestionId, StringComparer.Ordinal)
                    .First());
    }
}
