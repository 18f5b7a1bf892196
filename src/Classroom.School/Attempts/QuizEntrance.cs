using Classroom.School.Assignments;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Who may open an own quiz: who may use it, to whom it is assigned, and whoever sees an attempt at it.</summary>
public sealed class QuizEntrance(IDbContextFactory<ClassroomDbContext> contexts)
{
    /// <summary>Null for a term's quiz, for one that is not there, and for whoever may not know that it is.</summary>
    public async Task<QuizEntry?> FindAsync(Actor actor, string slug, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, actor, slug, cancellationToken);
    }

    internal static async Task<QuizEntry?> FindAsync(
        ClassroomDbContext db, Actor actor, string slug, CancellationToken cancellationToken)
    {
        if (OwnQuiz.IdOf(slug) is not { } id)
        {
            return null;
        }

        var usable = db.OwnQuizzes.VisibleTo(db, actor);
        var given = db.Assignments.GivenTo(actor.UserId).Where(a => a.Slug == slug);
        var attempts = db.Attempts.VisibleTo(db, actor).Where(attempt => attempt.Slug == slug);
        var found = await db.OwnQuizzes.Where(quiz => quiz.Id == id)
            .Select(quiz => new
            {
                quiz.Title,
                quiz.AllowsPractice,
                Questions = quiz.Parts.Sum(part => part.Tag == null ? 1 : part.Count),
                IsUsable = usable.Any(own => own.Id == quiz.Id),
                IsGiven = given.Any(),
                IsTaken = attempts.Any(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is { IsUsable: true } or { IsGiven: true } or { IsTaken: true }
            ? new(
                slug,
                found.Title,
                found.Questions,
                MayTake: found.IsUsable || found.IsGiven,
                MayPractice: found.IsUsable || (found.IsGiven && found.AllowsPractice))
            : null;
    }
}
