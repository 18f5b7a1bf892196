using System.Globalization;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Feedback;

/// <summary>Notes to students: anyone on a class's staff writes them, and the student marks them as read.</summary>
public sealed class FeedbackService(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar, TimeProvider clock)
{
    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "This note was changed in the meantime. Load the page again, then repeat your change.");

    /// <summary>
    /// For anyone on the staff of the class, and about what the student did for it. Asking her to try again is for those who may change
    /// how many attempts she has, so not for assistants.
    /// </summary>
    /// <returns>The note's id.</returns>
    public async Task<Outcome<WrittenNote>> WriteAsync(Actor actor, NewNote wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Who writes at the same moment waits, so that two of them cannot both count the same attempts.
        await db.LockPersonAsync(wanted.StudentId, cancellationToken);
        var managed = db.Classes.ManagedBy(actor);
        var found = await db.Classes.RunBy(actor).Where(c => c.Id == wanted.ClassId)
            .Select(c => new
            {
                c.Name,
                c.ArchivedUtc,
                IsManaged = managed.Any(other => other.Id == c.Id),
                Student = c.Enrolments.Where(e => e.UserId == wanted.StudentId).Select(e => e.User.UserName).SingleOrDefault(),
                Notes = db.FeedbackNotes.Count(
                    note => note.ClassId == c.Id && note.StudentId == wanted.StudentId && note.WithdrawnUtc == null),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.Student is null || await NoteSubject.FindAsync(db, wanted, cancellationToken) is not { } subject)
        {
            return new Refusal.NotFound();
        }

        if (found.ArchivedUtc is not null)
        {
            return ClassChanges.Archived;
        }

        if (found.Notes >= FeedbackNote.MostOfAStudent)
        {
            return new Refusal.Conflict(
                $"This student has {FeedbackNote.MostOfAStudent:N0} notes in this class, and no more fit. Withdraw an old one first.");
        }

        var text = NoteText.Tidy(wanted.Text);
        var faults = wanted.Unread.Concat(subject.Faults).ToList();
        if (NoteText.Fault(text) is { } fault)
        {
            faults.Add(new("text", fault));
        }

        if (wanted.AsksAgain && await AllowAgainAsync(db, actor, wanted, found.IsManaged, found.Student, subject, cancellationToken)
            is { } refused)
        {
            faults.Add(new("again", refused));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var note = db.FeedbackNotes.Add(new()
        {
            ClassId = wanted.ClassId,
            StudentId = wanted.StudentId,
            AuthorId = actor.UserId,
            AssignmentId = subject.Assignment?.Id,
            AttemptId = wanted.AttemptId,
            QuestionId = wanted.QuestionId,
            RunId = wanted.RunId,
            Step = wanted.Step,
            Text = text,
            AsksAgain = wanted.AsksAgain,
            WrittenUtc = calendar.NowUtc,
        }).Entity;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody has changed the same student's attempts or dates at this moment, or removed the assignment.
            return ChangedMeanwhile;
        }

        db.Record(actor, clock, AuditAction.FeedbackWritten, found.Student, $"{Describe(note)} in {found.Name}: “{text}”");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new WrittenNote(note.Id);
    }

    /// <summary>For whoever wrote it and is still on the class's staff. It is new to the student again.</summary>
    /// <param name="version">The <see cref="FeedbackNote.Version"/> that the person saw.</param>
    public async Task<Refusal?> EditAsync(
        Actor actor, int noteId, string text, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(db, actor, note => note.Id == noteId && note.AuthorId == actor.UserId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusal;
        }

        var (note, tidy) = (found.Value, NoteText.Tidy(text));
        if (NoteText.Fault(tidy) is { } fault)
        {
            return new Refusal.Invalid("text", fault);
        }

        if (note.Version != version)
        {
            return ChangedMeanwhile;
        }

        if (note.Text == tidy)
        {
            return null;
        }

        db.Record(
            actor,
            clock,
            AuditAction.FeedbackChanged,
            note.Student.UserName!,
            $"{Describe(note)} in {note.Class.Name}: “{note.Text}” to “{tidy}”");
        (note.Text, note.EditedUtc, note.ReadUtc) = (tidy, calendar.NowUtc, null);
        return await SaveAsync(db, cancellationToken);
    }

    /// <summary>
    /// For whoever wrote it, and for the class's owner, its teachers and admins. Nobody sees it anymore; an attempt that came with it
    /// stays.
    /// </summary>
    public async Task<Refusal?> WithdrawAsync(Actor actor, int noteId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var managed = db.Classes.ManagedBy(actor);
        var found = await FindAsync(
            db,
            actor,
            note => note.Id == noteId && (note.AuthorId == actor.UserId || managed.Any(c => c.Id == note.ClassId)),
            cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusal;
        }

        var note = found.Value;
        note.WithdrawnUtc = calendar.NowUtc;
        db.Record(
            actor, clock, AuditAction.FeedbackWithdrawn, note.Student.UserName!, $"{Describe(note)} in {note.Class.Name}: “{note.Text}”");
        return await SaveAsync(db, cancellationToken);
    }

    /// <summary>For the student to whom it was written; reading it twice changes nothing.</summary>
    public async Task<Refusal?> MarkReadAsync(Actor actor, int noteId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        DateTime? now = calendar.NowUtc;
        var mine = db.FeedbackNotes.VisibleTo(db, actor).Where(note => note.Id == noteId && note.StudentId == actor.UserId);
        var marked = await mine.ExecuteUpdateAsync(
            set => set.SetProperty(note => note.ReadUtc, note => note.ReadUtc ?? now), cancellationToken);
        return marked == 1 ? null : new Refusal.NotFound();
    }

    private async Task<string?> AllowAgainAsync(
        ClassroomDbContext db,
        Actor actor,
        NewNote wanted,
        bool isManaged,
        string student,
        NoteSubject subject,
        CancellationToken cancellationToken)
    {
        if (!isManaged)
        {
            return "Only the owner and the teachers of the class can allow another attempt. Write the note without it.";
        }

        if (subject.Assignment is null)
        {
            return "Another attempt is for work that was assigned. Write the note without it.";
        }

        var handedIn = await db.Attempts
            .Where(attempt => attempt.UserId == wanted.StudentId && attempt.AssignmentId == subject.Assignment.Id)
            .ThatCount()
            .CountAsync(cancellationToken);
        return await ExtraAttempt.AllowAsync(
            db, actor, calendar, clock, subject.Assignment, (wanted.StudentId, student), handedIn, cancellationToken);
    }

    private static async Task<Outcome<FeedbackNote>> FindAsync(
        ClassroomDbContext db,
        Actor actor,
        System.Linq.Expressions.Expression<Func<FeedbackNote, bool>> which,
        CancellationToken cancellationToken)
    {
        var classes = db.Classes.RunBy(actor);
        var note = await db.FeedbackNotes.VisibleTo(db, actor).Where(which).Where(note => classes.Any(c => c.Id == note.ClassId))
            .Include(note => note.Class).Include(note => note.Student)
            .SingleOrDefaultAsync(cancellationToken);
        return note is null ? new Refusal.NotFound()
            : note.Class.ArchivedUtc is not null ? ClassChanges.Archived
            : note;
    }

    private static async Task<Refusal?> SaveAsync(ClassroomDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile;
        }
    }

    private static string Describe(FeedbackNote note)
    {
        var about = note switch
        {
            { RunId: { } run } => $"run {run}{(note.Step is { } step ? $", step {step}" : "")}",
            { AttemptId: { } attempt } => $"attempt #{attempt}, question {note.QuestionId}",
            _ => $"assignment #{note.AssignmentId}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"note #{note.Id} on {about}{(note.AsksAgain ? ", with another attempt" : "")}");
    }
}
