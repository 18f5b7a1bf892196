using System.Globalization;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.Gradebook;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Regrades;

/// <summary>
/// Drops a question of an assignment's quiz, or accepts another answer to it, for all attempts at once, and takes that back. For the
/// class's owner, its teachers and admins.
/// </summary>
public sealed class RegradeService(
    IDbContextFactory<ClassroomDbContext> contexts,
    Curriculum.Curriculum curriculum,
    QuizSource source,
    SchoolCalendar calendar,
    TimeProvider clock)
{
    /// <summary>Finds the rule to add or to undo, changes it, and says what it is in words; or refuses.</summary>
    private delegate Task<Outcome<QuestionRegrade>> Change(ClassroomDbContext db, Assignment assignment, Quiz? quiz);

    /// <summary>What a regrade would do. It is really done, and then not kept: so it cannot differ from what happens afterward.</summary>
    public Task<Outcome<RegradeResult>> PreviewAsync(
        Actor actor, int assignmentId, RegradeWish wanted, CancellationToken cancellationToken = default) =>
        RegradeAsync(actor, assignmentId, Adding(actor, wanted, cancellationToken), keep: false, cancellationToken);

    /// <summary>From now on all attempts at the assignment are graded so, also those that are not handed in yet.</summary>
    public Task<Outcome<RegradeResult>> ApplyAsync(
        Actor actor, int assignmentId, RegradeWish wanted, CancellationToken cancellationToken = default) =>
        RegradeAsync(actor, assignmentId, Adding(actor, wanted, cancellationToken), keep: true, cancellationToken);

    /// <summary>Every score is again what it was before, or would be now.</summary>
    public Task<Outcome<RegradeResult>> UndoAsync(
        Actor actor, int assignmentId, int regradeId, CancellationToken cancellationToken = default) =>
        RegradeAsync(actor, assignmentId, Undoing(regradeId, cancellationToken), keep: true, cancellationToken);

    private Change Adding(Actor actor, RegradeWish wanted, CancellationToken cancellationToken) => async (db, assignment, quiz) =>
    {
        var rules = await RegradeRules.ReadAsync(db, assignment.Id, cancellationToken);
        if (RegradeFaults.Find(wanted, quiz, rules) is { } refusal)
        {
            return refusal;
        }

        return db.QuestionRegrades.Add(new()
        {
            AssignmentId = assignment.Id,
            QuestionId = wanted.QuestionId,
            AcceptedJson = wanted.Accept is null ? null : ResponseJson.Write(wanted.Accept),
            ById = actor.UserId,
            WhenUtc = calendar.NowUtc,
        }).Entity;
    };

    private Change Undoing(int regradeId, CancellationToken cancellationToken) => async (db, assignment, _) =>
    {
        var found = await db.QuestionRegrades
            .SingleOrDefaultAsync(regrade => regrade.Id == regradeId && regrade.AssignmentId == assignment.Id, cancellationToken);
        if (found is not { UndoneUtc: null })
        {
            return found is null ? new Refusal.NotFound() : new Refusal.Conflict("This has been undone already.");
        }

        found.UndoneUtc = calendar.NowUtc;
        return found;
    };

    private async Task<Outcome<RegradeResult>> RegradeAsync(
        Actor actor, int assignmentId, Change change, bool keep, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var managed = db.Assignments.ManagedBy(db, actor).Where(a => a.Id == assignmentId && !a.IsDraft);
        await managed.ExecuteUpdateAsync(set => set.SetProperty(a => a.PostedUtc, a => a.PostedUtc), cancellationToken);
        var assignment = await managed.AsNoTracking().Include(a => a.Class).SingleOrDefaultAsync(cancellationToken);
        if (assignment is not { Class.ArchivedUtc: null })
        {
            return assignment is null ? new Refusal.NotFound() : ClassChanges.Archived;
        }

        var quiz = await db.ReadQuizAsync(assignment, curriculum, source, cancellationToken);
        var changed = await change(db, assignment, quiz);
        if (!changed.Succeeded)
        {
            return changed.Refusal;
        }

        var before = await AssignmentMarks.ReadAsync(db, assignment, calendar, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var attempts = await db.RegradeAsync(assignmentId, quiz, cancellationToken);
        var rules = await RegradeRules.ReadAsync(db, assignmentId, cancellationToken);
        if (attempts.Any(attempt => attempt.Answers.Exists(answer => answer.Score is not null)
            && attempt.Answers.TrueForAll(answer => rules.ScoreOf(answer, quiz) is null)))
        {
            return new Refusal.Invalid("question", RegradeFaults.NothingLeft);
        }

        var scores = attempts.Count(attempt => db.Entry(attempt).Property(other => other.Score).IsModified);
        await db.SaveChangesAsync(cancellationToken);
        var effects = before.Compare(await AssignmentMarks.ReadAsync(db, assignment, calendar, cancellationToken));
        var regrade = changed.Value;
        var having = attempts.Count(attempt => attempt.Answers.Exists(answer => answer.QuestionId == regrade.QuestionId));
        var result = new RegradeResult(
            keep ? regrade.Id : 0, regrade.QuestionId, effects, having, scores, attempts.Count - having);
        if (!keep)
        {
            await transaction.RollbackAsync(cancellationToken);
            return result;
        }

        Record(db, actor, assignment, regrade, effects);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await FollowAsync(assignmentId, quiz, cancellationToken);
        return result;
    }

    // Somebody may have begun and handed in an attempt while the rule was not to be seen yet; such an attempt is found now.
    private async Task FollowAsync(int assignmentId, Quiz? quiz, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.RegradeAsync(assignmentId, quiz, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Record(
        ClassroomDbContext db, Actor actor, Assignment assignment, QuestionRegrade regrade, IReadOnlyList<RegradeEffect> effects)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"in assignment #{assignment.Id} of {assignment.Class.Name}");
        var what = string.Create(CultureInfo.InvariantCulture, $"question “{regrade.QuestionId}” ")
            + (regrade.AcceptedJson is { } accepted ? $"accepts {accepted}" : "is dropped");
        var action = regrade.UndoneUtc is null ? AuditAction.QuestionRegraded : AuditAction.RegradeUndone;
        db.Record(actor, clock, action, assignment.Class.Name, $"#{regrade.Id} {where}: {what}");
        foreach (var effect in effects)
        {
            var undone = regrade.UndoneUtc is null ? "" : "no longer ";
            db.Record(
                actor,
                clock,
                AuditAction.MarkChanged,
                effect.Student.UserName,
                $"{where}: computed {Say(effect.Before)} to {Say(effect.After)}, since {undone}{what}");
        }
    }

    private static string Say(Mark mark) => mark.Computed?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
