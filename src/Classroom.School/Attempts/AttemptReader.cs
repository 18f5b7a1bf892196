using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Attempts that were begun and handed in, and what of them may be told.</summary>
public sealed class AttemptReader(IDbContextFactory<ClassroomDbContext> contexts, QuizSource source, SchoolCalendar calendar)
{
    /// <summary>For whose it is, the teachers of her classes and admins; null for anyone else.</summary>
    public async Task<AttemptView?> GetAsync(Actor actor, int attemptId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempt = await db.Attempts.AsNoTracking().VisibleTo(db, actor).Include(attempt => attempt.Answers)
            .SingleOrDefaultAsync(attempt => attempt.Id == attemptId, cancellationToken);
        return attempt is null ? null : await ViewAsync(db, actor, attempt, cancellationToken);
    }

    /// <summary>The actor's own attempts at a quiz, newest first.</summary>
    public async Task<IReadOnlyList<AttemptSummary>> ListAsync(Actor actor, string slug, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var releases = await Releases.ReadAsync(db, actor.UserId, calendar, cancellationToken);
        var attempts = await db.Attempts
            .Where(attempt => attempt.UserId == actor.UserId && attempt.Slug == slug)
            .OrderByDescending(attempt => attempt.Id)
            .Select(attempt => new
            {
                attempt.AssignmentId,
                Summary = new AttemptSummary(
                    attempt.Id, attempt.Slug, attempt.Mode, attempt.SubmittedUtc, attempt.Score,
                    attempt.Answers.All(answer => answer.ResponseJson == null)),
            })
            .ToListAsync(cancellationToken);
        return attempts.ConvertAll(attempt =>
            releases.Scores(attempt.AssignmentId) is null ? attempt.Summary : attempt.Summary with { Score = null });
    }

    /// <summary>A student's attempts at an assignment, oldest first; none where the actor may not see them.</summary>
    public async Task<IReadOnlyList<TimedAttempt>> ListForAssignmentAsync(
        Actor actor, int assignmentId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Attempts.VisibleTo(db, actor)
            .Where(attempt => attempt.UserId == studentId && attempt.AssignmentId == assignmentId && studentId != actor.UserId)
            .OrderBy(attempt => attempt.Id)
            .Select(attempt => new TimedAttempt(
                attempt.Id, attempt.Slug, attempt.StartedUtc, attempt.SubmittedUtc, attempt.EndsUtc, attempt.Score,
                attempt.Answers.Count(answer => answer.ResponseJson != null), attempt.Answers.Count))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The actor's attempt at this quiz that waits to be gone on with; null without one.</summary>
    public async Task<AttemptView?> FindOpenAsync(Actor actor, string slug, AttemptMode mode, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Attempts.OpenFor(actor, slug, mode).SingleOrDefaultAsync(cancellationToken) is { } open
            && await ToViewAsync(db, open, cancellationToken) is { Questions.Count: > 0 } view
            ? view
            : null;
    }

    /// <summary>An attempt as its page shows it; a question that has left the bank since is not in it.</summary>
    internal Task<AttemptView> ToViewAsync(ClassroomDbContext db, Attempt attempt, CancellationToken cancellationToken) =>
        ToViewAsync(db, attempt, RegradeRules.None, cancellationToken);

    private async Task<AttemptView> ToViewAsync(
        ClassroomDbContext db, Attempt attempt, RegradeRules rules, CancellationToken cancellationToken)
    {
        var quiz = await source.ReadQuizAsync(
            db, attempt.Slug, [.. attempt.Answers.Select(answer => answer.QuestionId)], cancellationToken);
        List<AnsweredQuestion> questions =
        [
            .. from answer in attempt.Answers
               orderby answer.Place
               let question = quiz.Find(answer.QuestionId)
               where question is not null
               select new AnsweredQuestion(
                   AttemptPlan.Arrange(question, attempt.Seed),
                   ResponseJson.Read(answer.ResponseJson),
                   rules.ScoreOf(answer, quiz),
                   answer.IsChecked,
                   answer.IsShown)
               {
                   IsDropped = rules.IsDropped(answer.QuestionId),
                   Accepted = rules.Accepted(answer.QuestionId),
               },
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
            EndsUtc = attempt.EndsUtc,
            Score = attempt.Score,
            Place = Math.Clamp(attempt.Place, 0, Math.Max(0, questions.Count - 1)),
            Questions = questions,
        };
    }

    /// <summary>The view of a reader who may see the attempt: a student does not see what is held.</summary>
    internal async Task<AttemptView> ViewAsync(
        ClassroomDbContext db, Actor actor, Attempt attempt, CancellationToken cancellationToken)
    {
        var rules = attempt.SubmittedUtc is null
            ? RegradeRules.None
            : await RegradeRules.ReadAsync(db, attempt.AssignmentId, cancellationToken);
        var view = await ToViewAsync(db, attempt, rules, cancellationToken) with
        {
            TimeZone = await db.FindTimeZoneAsync(attempt.AssignmentId, cancellationToken),
        };
        if (attempt is not { Mode: AttemptMode.Graded, SubmittedUtc: not null } || attempt.UserId != actor.UserId)
        {
            return view;
        }

        var releases = await Releases.ReadAsync(db, actor.UserId, calendar, cancellationToken);
        view = view with
        {
            Answers = releases.Answers(attempt.Slug, attempt.AssignmentId),
            DueUtc = releases.DueUtc(attempt.AssignmentId),
        };
        if (view.Answers is not null)
        {
            // What is accepted says what is right, or close to it.
            view = view with { Questions = [.. view.Questions.Select(answered => answered with { Accepted = [] })] };
        }

        return releases.Scores(attempt.AssignmentId) is not { } held
            ? view
            : view with { Scores = held, Score = null, Questions = [.. view.Questions.Select(answered => answered with { Score = null })] };
    }
}
