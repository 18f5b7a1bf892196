using System.Globalization;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Regrades;

/// <summary>A student asks for a regrade of one question, and a teacher answers.</summary>
public sealed class RegradeRequestService(
    IDbContextFactory<ClassroomDbContext> contexts, AttemptReader attempts, SchoolCalendar calendar, TimeProvider clock)
{
    private static readonly Refusal AskedAlready = new Refusal.Conflict("You have already asked about this question.");

    /// <summary>
    /// For one's own attempt at an assignment that is still one's own, once its right answers may be seen. One request for each question.
    /// </summary>
    public async Task<Refusal?> AskAsync(
        Actor actor, int attemptId, string questionId, string? text, CancellationToken cancellationToken = default)
    {
        if (await attempts.GetAsync(actor, attemptId, cancellationToken)
                is not { IsSubmitted: true, AssignmentId: { } assignmentId } attempt
            || attempt.UserId != actor.UserId
            || attempt.Questions.All(answered => answered.Planned.Question.Id != questionId))
        {
            return new Refusal.NotFound();
        }

        if (attempt.Scores is not null || attempt.Answers is not null)
        {
            return new Refusal.Conflict("You can ask about a question once you can see its right answer.");
        }

        if (FindFault("text", "request", text, RegradeRequest.LongestText) is { } fault)
        {
            return new Refusal.Invalid([fault]);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Assignments.GivenTo(actor.UserId).Where(a => a.Id == assignmentId)
                .Select(a => new { Class = a.Class.Name, Student = db.Users.Single(user => user.Id == actor.UserId).UserName! })
                .SingleOrDefaultAsync(cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        var asked = db.RegradeRequests.Where(request => request.AttemptId == attemptId && request.QuestionId == questionId);
        if (await asked.AnyAsync(cancellationToken))
        {
            return AskedAlready;
        }

        db.RegradeRequests.Add(new()
        {
            AttemptId = attemptId,
            QuestionId = questionId,
            Text = text!.Trim(),
            AskedUtc = calendar.NowUtc,
        });
        db.Record(
            actor, clock, AuditAction.RegradeRequested, found.Student, $"{Where(attemptId, questionId, found.Class)}: “{text!.Trim()}”");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once; anything else is a real error.
            db.ChangeTracker.Clear();
            if (await asked.AnyAsync(cancellationToken))
            {
                return AskedAlready;
            }

            throw;
        }
    }

    /// <summary>For the class's owner, its teachers and admins. The first answer stands.</summary>
    public async Task<Refusal?> AnswerAsync(
        Actor actor, int attemptId, string questionId, string? answer, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var managed = db.Assignments.ManagedBy(db, actor);
        var found = await db.RegradeRequests
            .Where(request => request.AttemptId == attemptId && request.QuestionId == questionId)
            .Join(db.Attempts, request => request.AttemptId, attempt => attempt.Id, (_, attempt) => attempt)
            .Join(managed, attempt => attempt.AssignmentId, a => a.Id, (attempt, a) => new { attempt.UserId, a.Class })
            .Where(pair => pair.Class.Enrolments.Any(e => e.UserId == pair.UserId))
            .Select(pair => new
            {
                pair.Class.Name,
                pair.Class.ArchivedUtc,
                Student = db.Users.Single(user => user.Id == pair.UserId).UserName!,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not { ArchivedUtc: null })
        {
            return found is null ? new Refusal.NotFound() : ClassChanges.Archived;
        }

        if (FindFault("answer", "answer", answer, RegradeRequest.LongestAnswer) is { } fault)
        {
            return new Refusal.Invalid([fault]);
        }

        var said = answer!.Trim();
        DateTime? now = calendar.NowUtc;
        int? by = actor.UserId;
        var answered = await db.RegradeRequests
            .Where(request => request.AttemptId == attemptId && request.QuestionId == questionId && request.AnsweredUtc == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(request => request.Answer, said)
                    .SetProperty(request => request.AnsweredUtc, now)
                    .SetProperty(request => request.AnsweredById, by),
                cancellationToken);
        if (answered == 0)
        {
            return new Refusal.Conflict("This request has been answered already. Load the page again to read the answer.");
        }

        db.Record(actor, clock, AuditAction.RegradeAnswered, found.Student, $"{Where(attemptId, questionId, found.Name)}: “{said}”");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static string Where(int attemptId, string questionId, string className) =>
        string.Create(CultureInfo.InvariantCulture, $"question “{questionId}” of attempt #{attemptId} in {className}");

    private static Fault? FindFault(string field, string name, string? text, int longest) => text?.Trim() switch
    {
        null or "" => new(field, $"Write your {name}."),
        { Length: var length } when length > longest => new(field, $"The {name} has {length} characters; at most {longest} fit."),
        { } typed when typed.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) =>
            new(field, $"The {name} has a character that cannot be shown. Type it again."),
        _ => null,
    };
}
