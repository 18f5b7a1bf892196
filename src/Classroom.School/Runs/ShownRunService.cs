using System.Globalization;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

/// <summary>Shows runs to whole classes, and takes them back. Who then sees them is said by <see cref="RunAccess"/>.</summary>
public sealed class ShownRunService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>The classes to which the actor may show the run, by name; none for who may not.</summary>
    public async Task<IReadOnlyList<RunAudience>> ListAudiencesAsync(
        Actor actor, Guid runId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.AudiencesOf(actor, runId).Current()
            .Select(c => new
            {
                c.Id,
                c.Name,
                Shown = db.ShownRuns.Where(shown => shown.ClassId == c.Id && shown.RunId == runId)
                    .Select(shown => new { shown.ShownUtc, shown.IsNamed }).SingleOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. found.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Id)
                .Select(c => new RunAudience(c.Id, c.Name, c.Shown?.ShownUtc, c.Shown?.IsNamed == true)),
        ];
    }

    /// <summary>The classes to which the actor's own run is shown, by name: she is not shown around without knowing it.</summary>
    public async Task<IReadOnlyList<RunAudience>> ListOwnAsync(Actor actor, Guid runId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ShownRuns.ThatLast(db)
            .Where(shown => shown.RunId == runId && shown.Run.OwnerId == actor.UserId && shown.Class.ArchivedUtc == null)
            .OrderBy(shown => shown.Class.Name).ThenBy(shown => shown.ClassId)
            .Select(shown => new RunAudience(shown.ClassId, shown.Class.Name, shown.ShownUtc, shown.IsNamed))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The runs shown to a class, newest first; null for anyone but the class's staff and admins.</summary>
    public async Task<IReadOnlyList<ShownRunDetails>?> ListForClassAsync(
        Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Classes.RunBy(actor).AnyAsync(c => c.Id == classId, cancellationToken))
        {
            return null;
        }

        var managed = db.Runs.ManagedBy(db, actor);
        return await db.ShownRuns.Where(shown => shown.ClassId == classId).ThatLast(db)
            .OrderByDescending(shown => shown.ShownUtc).ThenBy(shown => shown.RunId)
            .Select(shown => new ShownRunDetails(
                shown.RunId,
                shown.Run.Title,
                shown.Run.Slug,
                shown.IsNamed,
                shown.IsNamed || managed.Any(run => run.Id == shown.RunId)
                    ? db.Users.Where(user => user.Id == shown.Run.OwnerId).Select(user => user.DisplayName).SingleOrDefault()
                    : null,
                db.Users.Where(user => user.Id == shown.ShownById).Select(user => user.DisplayName).SingleOrDefault(),
                shown.ShownUtc))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Shows a run to everybody in a class. For the class's owner, its teachers and admins, as far as the run is their own or a student's
    /// of theirs. Showing it again only changes whether the class is told whose it is.
    /// </summary>
    public async Task<Refusal?> ShowAsync(
        Actor actor, Guid runId, int classId, bool isNamed, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.AudiencesOf(actor, runId).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var there = await db.ShownRuns.SingleOrDefaultAsync(shown => shown.RunId == runId && shown.ClassId == classId, cancellationToken);
        if (there?.IsNamed == isNamed)
        {
            return null;
        }

        var before = there is null ? "" : $", before {Naming(there.IsNamed)}";
        if (there is null)
        {
            db.ShownRuns.Add(new ShownRun
            {
                RunId = runId,
                ClassId = classId,
                IsNamed = isNamed,
                ShownById = actor.UserId,
                ShownUtc = clock.UtcNow(),
            });
        }
        else
        {
            there.IsNamed = isNamed;
        }

        db.Record(
            actor, clock, AuditAction.RunShown, locked.Value.Name,
            $"{await DescribeAsync(db, runId, classId, cancellationToken)}, {Naming(isNamed)}{before}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>
    /// From now on the class no longer sees it, and who has it open loses it. For the class's owner, its teachers and admins; taking back
    /// what is not shown changes nothing.
    /// </summary>
    public async Task<Refusal?> TakeBackAsync(Actor actor, Guid runId, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        if (await db.ShownRuns.SingleOrDefaultAsync(shown => shown.RunId == runId && shown.ClassId == classId, cancellationToken)
            is not { } there)
        {
            return null;
        }

        db.ShownRuns.Remove(there);
        db.Record(
            actor, clock, AuditAction.RunTakenBack, locked.Value.Name,
            $"{await DescribeAsync(db, runId, classId, cancellationToken)}, was shown {Naming(there.IsNamed)}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static string Naming(bool isNamed) => isNamed ? "with the name" : "without the name";

    private static async Task<string> DescribeAsync(ClassroomDbContext db, Guid runId, int classId, CancellationToken cancellationToken)
    {
        var owner = await db.Runs.Where(run => run.Id == runId)
            .Join(db.Users, run => run.OwnerId, user => user.Id, (_, user) => user.UserName)
            .SingleOrDefaultAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"(#{classId}): run {runId} of {owner}");
    }
}
