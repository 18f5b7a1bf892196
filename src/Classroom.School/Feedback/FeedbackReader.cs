using Classroom.School.Assignments;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Feedback;

/// <summary>Notes as staff and students read them, each only what is hers to read (<see cref="FeedbackAccess"/>).</summary>
public sealed class FeedbackReader(IDbContextFactory<ClassroomDbContext> contexts)
{
    private const int MostListed = 100;

    /// <summary>What was written to the actor as a student: unread first, then the newest.</summary>
    /// <param name="actor">The student.</param>
    /// <param name="most">So many that she has read already.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IReadOnlyList<NoteView>> MineAsync(Actor actor, int most = 3, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = db.FeedbackNotes.VisibleTo(db, actor).Where(note => note.StudentId == actor.UserId);
        var notes = await ViewAsync(
            db, actor, mine.OrderBy(note => note.ReadUtc != null).ThenByDescending(note => note.Id).Take(MostListed), cancellationToken);
        var unread = notes.Count(note => note.ReadUtc is null);
        return [.. notes.Take(unread + most)];
    }

    /// <summary>What was written to a student about an assignment, oldest first.</summary>
    public async Task<IReadOnlyList<NoteView>> ForAssignmentAsync(
        Actor actor, int assignmentId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = db.FeedbackNotes.VisibleTo(db, actor).Where(note => note.AssignmentId == assignmentId && note.StudentId == studentId);
        return await ViewAsync(db, actor, notes.OrderBy(note => note.Id), cancellationToken);
    }

    /// <summary>About the answers of an attempt, and about its assignment as a whole, oldest first.</summary>
    public async Task<IReadOnlyList<NoteView>> ForAttemptAsync(Actor actor, int attemptId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = db.FeedbackNotes.VisibleTo(db, actor).Where(note => note.AttemptId == attemptId
            || (note.AttemptId == null && note.RunId == null && db.Attempts.Any(attempt => attempt.Id == attemptId
                && attempt.UserId == note.StudentId && attempt.AssignmentId == note.AssignmentId)));
        return await ViewAsync(db, actor, notes.OrderBy(note => note.Id), cancellationToken);
    }

    /// <summary>About a run, in the order of its steps.</summary>
    public async Task<IReadOnlyList<NoteView>> ForRunAsync(Actor actor, Guid runId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = db.FeedbackNotes.VisibleTo(db, actor).Where(note => note.RunId == runId);
        return await ViewAsync(db, actor, notes.OrderBy(note => note.Step).ThenBy(note => note.Id), cancellationToken);
    }

    /// <summary>The classes in which the actor may write to a run's owner about it, by name; none for its owner.</summary>
    public async Task<IReadOnlyList<NoteClass>> ClassesForRunAsync(
        Actor actor, Guid runId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Classes.RunBy(actor).Current()
            .Where(c => db.Runs.Any(
                run => run.Id == runId && run.OwnerId != actor.UserId && c.Enrolments.Any(e => e.UserId == run.OwnerId)))
            .OrderBy(c => c.Name).ThenBy(c => c.Id)
            .Select(c => new NoteClass(c.Id, c.Name))
            .ToListAsync(cancellationToken);
    }

    private static async Task<List<NoteView>> ViewAsync(
        ClassroomDbContext db, Actor actor, IQueryable<FeedbackNote> notes, CancellationToken cancellationToken)
    {
        var found = await notes
            .Select(note => new
            {
                Note = note,
                Class = note.Class.Name,
                Author = note.Author.DisplayName,
                note.Assignment,
                AttemptSlug = note.Attempt!.Slug,
                RunTitle = note.Run!.Title,
                HasBegunAgain = db.Attempts.Any(attempt => attempt.UserId == note.StudentId && attempt.AssignmentId == note.AssignmentId
                    && attempt.StartedUtc >= note.WrittenUtc),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return found.ConvertAll(row => new NoteView(
            row.Note.Id, row.Note.ClassId, row.Class, row.Note.StudentId, row.Author, row.Note.AuthorId == actor.UserId, row.Note.Text)
        {
            Assignment = row.Assignment is null ? null : AssignmentDetails.From(row.Assignment),
            AttemptId = row.Note.AttemptId,
            AttemptSlug = row.AttemptSlug,
            QuestionId = row.Note.QuestionId,
            RunId = row.Note.RunId,
            RunTitle = row.RunTitle,
            Step = row.Note.Step,
            AsksAgain = row.Note.AsksAgain,
            IsToTryAgain = row.Note.AsksAgain && row.Assignment is not null && !row.HasBegunAgain,
            WrittenUtc = row.Note.WrittenUtc,
            EditedUtc = row.Note.EditedUtc,
            ReadUtc = row.Note.ReadUtc,
            Version = row.Note.Version,
        });
    }
}
