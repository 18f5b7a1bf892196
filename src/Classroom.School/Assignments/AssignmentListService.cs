using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Lists of a class's assignments. Each change replaces the whole list, so that of two at once one is told.</summary>
public sealed class AssignmentListService(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, TimeProvider clock)
{
    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "Someone else changed this list in the meantime. Load the page again, then repeat your change.");

    /// <summary>In the order of their creation; null for anyone but the class's staff and admins.</summary>
    public async Task<IReadOnlyList<ListDetails>?> ListAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Classes.RunBy(actor).AnyAsync(c => c.Id == classId, cancellationToken)
            ? (await db.AssignmentLists.Include(list => list.Steps).Where(list => list.ClassId == classId)
                .OrderBy(list => list.Id)
                .ToListAsync(cancellationToken))
                .ConvertAll(ListDetails.From)
            : null;
    }

    /// <summary>For the class's staff and admins; null for anyone else.</summary>
    public async Task<ListDetails?> FindAsync(Actor actor, int listId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var classes = db.Classes.RunBy(actor);
        return await db.AssignmentLists.Include(list => list.Steps)
            .SingleOrDefaultAsync(list => list.Id == listId && classes.Any(c => c.Id == list.ClassId), cancellationToken) is { } found
            ? ListDetails.From(found)
            : null;
    }

    /// <summary>For the class's owner, its teachers and admins.</summary>
    public async Task<Outcome<ListDetails>> CreateAsync(
        Actor actor, int classId, ListSettings wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var all = await db.Assignments.Where(a => a.ClassId == classId).ToListAsync(cancellationToken);
        var faults = ListSteps.FindFaults(wanted, listId: 0, all.ConvertAll(AssignmentDetails.From), curriculum);
        if (await db.AssignmentLists.CountAsync(list => list.ClassId == classId, cancellationToken) >= AssignmentList.MostOfAClass)
        {
            faults.Add(new("title", $"A class has at most {AssignmentList.MostOfAClass} lists. Remove one that you no longer need."));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        wanted = wanted with { Title = wanted.Title.Trim() };
        var list = new AssignmentList { ClassId = classId, Title = wanted.Title, IsSequential = wanted.IsSequential };
        db.AssignmentLists.Add(list);
        ListSteps.Place(all, list, wanted.Steps);
        db.Record(actor, clock, AuditAction.ListCreated, list.Title, $"for {locked.Value.Name}: {Describe(wanted)}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ListDetails.From(list);
    }

    /// <summary>
    /// For the class's owner, its teachers and admins, also after students have begun: whoever has begun a step goes on with it.
    /// </summary>
    /// <param name="version">The <see cref="ListDetails.Version"/> that the person saw when she made the change.</param>
    public async Task<Refusal?> ChangeAsync(
        Actor actor, int listId, ListSettings wanted, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await LockAsync(db, actor, listId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var list = locked.Value;
        var all = await db.Assignments.Where(a => a.ClassId == list.ClassId).ToListAsync(cancellationToken);
        if (ListSteps.FindFaults(wanted, listId, all.ConvertAll(AssignmentDetails.From), curriculum) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (version != list.Version)
        {
            return ChangedMeanwhile;
        }

        var before = ListDetails.From(list).ToSettings();
        wanted = wanted with { Title = wanted.Title.Trim() };
        (list.Title, list.IsSequential) = (wanted.Title, wanted.IsSequential);
        ListSteps.Place(all, list, wanted.Steps);
        AssignmentSequence.Touch(db, list);
        var what = $"#{listId} of {list.Class.Name}: {Describe(before)} to {Describe(wanted)}";
        db.Record(actor, clock, AuditAction.ListChanged, list.Title, what);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>For the class's owner, its teachers and admins. Its assignments stay, each by itself.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int listId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await LockAsync(db, actor, listId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var list = locked.Value;
        var what = $"#{listId} of {list.Class.Name}: {Describe(ListDetails.From(list).ToSettings())}";
        db.Record(actor, clock, AuditAction.ListRemoved, list.Title, what);
        ListSteps.Place([.. list.Steps], list, []);
        db.AssignmentLists.Remove(list);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>A list with its class locked, and with its steps.</summary>
    private static async Task<Outcome<AssignmentList>> LockAsync(
        ClassroomDbContext db, Actor actor, int listId, CancellationToken cancellationToken)
    {
        var lists = db.AssignmentLists.Where(list => list.Id == listId);
        if (await lists.Select(list => (int?)list.ClassId).SingleOrDefaultAsync(cancellationToken) is not { } classId)
        {
            return new Refusal.NotFound();
        }

        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        return !locked.Succeeded ? locked.Refusal
            : await lists.Include(list => list.Class).Include(list => list.Steps).SingleOrDefaultAsync(cancellationToken)
                is { } found ? found
            : new Refusal.NotFound();
    }

    private static string Describe(ListSettings list) =>
        $"“{list.Title}”, {(list.IsSequential ? "one after the other" : "in any order")}, "
            + (list.Steps.Count == 0 ? "no steps" : $"steps {string.Join(' ', list.Steps.Select(id => $"#{id}"))}");
}
