using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Attempts that were begun and handed in, and what of them may be told.</summary>
public sealed class AttemptReader(IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, TimeProvider clock)
{
    /// <summary>For whose it is, the teachers of her classes and admins; null for anyone else.</summary>
    public async Task<AttemptView?> GetAsync(Actor actor, int attemptId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempt = await db.Attempts.AsNoTracking().VisibleTo(db, actor).Include(attempt => attempt.Answers)
            .SingleOrDefaultAsync(attempt => attempt.Id == attemptId, cancellationToken);
        return attempt is null
            ? null
            : ToView(attempt) with { AnswersFromUtc = await AnswersFromAsync(db, actor, attempt, cancellationToken) };
    }

    /// <summary>The actor's own attempts at a quiz, newest first.</summary>
    public async Task<IReadOnlyList<AttemptSummary>> ListAsync(Actor actor, string slug, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Attempts
            .Where(attempt => attempt.UserId == actor.UserId && attempt.Slug == slug)
            .OrderByDescending(attempt => attempt.Id)
            .Select(attempt => new AttemptSummary(
                attempt.Id, attempt.Slug, attempt.Mode, attempt.SubmittedUtc, attempt.Score,
                attempt.Answers.All(answer => answer.ResponseJson == null)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The actor's attempt at this quiz that waits to be gone on with; null without one.</summary>
    public async Task<AttemptView?> FindOpenAsync(Actor actor, string slug, AttemptMode mode, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Attempts.OpenFor(actor, slug, mode).SingleOrDefaultAsync(cancellationToken) is { } open
            && ToView(open) is { Questions.Count: > 0 } view
            ? view
            : null;
    }

    /// <summary>An attempt as its page shows it; a question that has left the bank since is not in it.</summary>
    internal AttemptView ToView(Attempt attempt)
    {
        var quiz = curriculum.Find(attempt.Slug)?.Quiz;
        List<AnsweredQuestion> questions =
        [
            .. from answer in attempt.Answers
               orderby answer.Place
               let question = quiz?.Find(answer.QuestionId)
               where question is not null
               select new AnsweredQuestion(
                   AttemptPlan.Arrange(question, attempt.Seed),
                   ResponseJson.Read(answer.ResponseJson),
                   answer.Score,
                   answer.IsChecked,
                   answer.IsShown),
        ];
        return new AttemptView
        {
            Id = attempt.Id,
            UserId = attempt.UserId,
            Slug = attempt.Slug,
            Mode = attempt.Mode,
            AssignmentId = attempt.AssignmentId,
            StartedUtc = attempt.StartedUtc,
            SubmittedUtc = attempt.SubmittedUtc,
            Score = attempt.Score,
            Place = Math.Clamp(attempt.Place, 0, Math.Max(0, questions.Count - 1)),
            Questions = questions,
        };
    }

    /// <summary>
    /// A student may not see the right answers of her graded attempt while another one would count for an assignment. As often as she
    /// likes she may hand one in, so that is until the last due date.
    /// </summary>
    internal async Task<DateTime?> AnswersFromAsync(
        ClassroomDbContext db, Actor actor, Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt is not { Mode: AttemptMode.Graded, SubmittedUtc: not null } || attempt.UserId != actor.UserId)
        {
            return null;
        }

        var now = clock.UtcNow();
        return await db.Assignments
            .GivenTo(attempt.UserId)
            .Where(a => a.Slug == attempt.Slug && a.Kind != AssignmentKind.Experiment && a.DueUtc >= now)
            .MaxAsync(a => (DateTime?)a.DueUtc, cancellationToken);
    }
}
