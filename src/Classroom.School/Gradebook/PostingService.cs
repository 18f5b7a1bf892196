using System.Globalization;
using Classroom.School.Assignments;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Gradebook;

/// <summary>Marks are held until a teacher posts them, and she can withdraw them again.</summary>
public sealed class PostingService(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar, TimeProvider clock)
{
    /// <summary>For the class's owner, its teachers and admins; posting what is posted already changes nothing.</summary>
    public Task<Refusal?> PostAsync(Actor actor, int assignmentId, CancellationToken cancellationToken = default) =>
        SetAsync(actor, assignmentId, calendar.NowUtc, cancellationToken);

    /// <summary>For the class's owner, its teachers and admins. Students who have seen their marks no longer do.</summary>
    public Task<Refusal?> WithdrawAsync(Actor actor, int assignmentId, CancellationToken cancellationToken = default) =>
        SetAsync(actor, assignmentId, postedUtc: null, cancellationToken);

    /// <summary>Posts all that are held in a class and were due.</summary>
    /// <returns>How many assignments that were.</returns>
    public async Task<Outcome<PostedMarks>> PostClassAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        DateTime? now = calendar.NowUtc;
        var held = db.Assignments.Where(a => a.ClassId == classId && !a.IsDraft && a.PostedUtc == null && a.DueUtc < now);
        var ids = await held.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            db.Record(actor, clock, AuditAction.MarksPosted, locked.Value.Name, Describe(id));
        }

        await held.Where(a => ids.Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PostedUtc, now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PostedMarks(ids.Count);
    }

    private async Task<Refusal?> SetAsync(Actor actor, int assignmentId, DateTime? postedUtc, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Assignments.ManagedBy(db, actor).Where(a => a.Id == assignmentId && !a.IsDraft)
            .Select(a => new { a.Class.Name, a.Class.ArchivedUtc })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not { ArchivedUtc: null })
        {
            return found is null ? new Refusal.NotFound() : ClassChanges.Archived;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await db.Assignments.Where(a => a.Id == assignmentId && a.PostedUtc == null != (postedUtc == null))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PostedUtc, postedUtc), cancellationToken);
        if (changed == 1)
        {
            var action = postedUtc is null ? AuditAction.MarksWithdrawn : AuditAction.MarksPosted;
            db.Record(actor, clock, action, found.Name, Describe(assignmentId));
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static string Describe(int assignmentId) => string.Create(CultureInfo.InvariantCulture, $"of assignment #{assignmentId}");
}
