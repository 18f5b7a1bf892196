using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Regrades;

/// <summary>Requests for a regrade: a class's for its teachers, and a student's own.</summary>
public sealed class RegradeRequestReader(IDbContextFactory<ClassroomDbContext> contexts, QuizSource source)
{
    /// <summary>
    /// Of an assignment, open ones first and those the oldest first; null for anyone but the class's staff and admins. What a student asked
    /// is seen for as long as she is in the class.
    /// </summary>
    public async Task<IReadOnlyList<RegradeRequestDetails>?> ListAsync(
        Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Assignments.RunBy(db, actor).AnyAsync(a => a.Id == assignmentId, cancellationToken))
        {
            return null;
        }

        var found = await ReadAsync(db, OfClasses(db, actor).Where(attempt => attempt.AssignmentId == assignmentId), cancellationToken);
        return [.. found.OrderByDescending(request => request.IsOpen).ThenBy(request => request.AskedUtc)];
    }

    /// <summary>Of one attempt, for whose it is and those who may see it; none for anyone else.</summary>
    public async Task<IReadOnlyList<RegradeRequestDetails>> OfAttemptAsync(
        Actor actor, int attemptId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, db.Attempts.VisibleTo(db, actor).Where(attempt => attempt.Id == attemptId), cancellationToken);
    }

    /// <summary>The actor's own that were answered, the latest answer first.</summary>
    public async Task<IReadOnlyList<RegradeRequestDetails>> OwnAnsweredAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await ReadAsync(db, db.Attempts.Where(attempt => attempt.UserId == actor.UserId), cancellationToken);
        return [.. own.Where(request => !request.IsOpen).OrderByDescending(request => request.AnsweredUtc)];
    }

    /// <summary>How many are open, by assignment, in one class; empty for anyone but the class's staff and admins.</summary>
    public async Task<IReadOnlyDictionary<int, int>> CountOpenAsync(
        Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempts = OfClasses(db, actor).Where(attempt =>
            db.Assignments.Any(a => a.Id == attempt.AssignmentId && a.ClassId == classId));
        return await db.RegradeRequests.Where(request => request.AnsweredUtc == null)
            .Join(attempts, request => request.AttemptId, attempt => attempt.Id, (_, attempt) => attempt.AssignmentId!.Value)
            .GroupBy(assignmentId => assignmentId)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
    }

    private static IQueryable<Attempt> OfClasses(ClassroomDbContext db, Actor actor)
    {
        var classes = db.Classes.RunBy(actor);
        return db.Attempts.Where(attempt => db.Assignments.Any(a => a.Id == attempt.AssignmentId
            && classes.Any(c => c.Id == a.ClassId && c.Enrolments.Any(e => e.UserId == attempt.UserId))));
    }

    private async Task<IReadOnlyList<RegradeRequestDetails>> ReadAsync(
        ClassroomDbContext db, IQueryable<Attempt> attempts, CancellationToken cancellationToken)
    {
        var found = await db.RegradeRequests.AsNoTracking()
            .Join(attempts, request => request.AttemptId, attempt => attempt.Id, (request, attempt) => new { request, attempt })
            .OrderBy(pair => pair.request.AskedUtc)
            .Select(pair => new
            {
                Request = pair.request,
                pair.attempt.AssignmentId,
                pair.attempt.Slug,
                Student = db.Users.Where(user => user.Id == pair.attempt.UserId)
                    .Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role)).Single(),
                Json = pair.attempt.Answers.Where(answer => answer.QuestionId == pair.request.QuestionId)
                    .Select(answer => answer.ResponseJson).SingleOrDefault(),
                By = db.Users.Where(user => user.Id == pair.request.AnsweredById).Select(user => user.DisplayName).SingleOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var given = await source.ReadAsync(db, found.Select(one => (one.Slug, one.Request.QuestionId)), cancellationToken);
        return found.ConvertAll(one => new RegradeRequestDetails(
            one.Request.AttemptId,
            one.AssignmentId,
            one.Slug,
            one.Student,
            one.Request.QuestionId,
            given.Find(one.Slug, one.Request.QuestionId),
            ResponseJson.Read(one.Json),
            one.Request.Text,
            one.Request.AskedUtc,
            one.Request.Answer,
            one.Request.AnsweredUtc,
            one.By));
    }
}
