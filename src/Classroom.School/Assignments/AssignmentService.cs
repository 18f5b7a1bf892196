using System.Globalization;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.DataSets;
using Classroom.School.Runs;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>What a class has to do, and by when.</summary>
public sealed class AssignmentService(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, SchoolCalendar calendar)
{
    /// <summary>For the class's teachers and admins.</summary>
    public async Task<Outcome<AssignmentDetails>> AssignAsync(
        Actor actor, int classId, NewAssignment wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Classes.RunBy(actor).AnyAsync(c => c.Id == classId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var alreadyThere = db.Assignments.Where(a => a.ClassId == classId && a.Slug == wanted.Slug && a.Kind == wanted.Kind);
        var faults = Faults(wanted);
        if (await alreadyThere.AnyAsync(cancellationToken))
        {
            faults.Add(AlreadyAssigned(wanted.Slug));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var assignment = new Assignment
        {
            ClassId = classId,
            Slug = wanted.Slug,
            Kind = wanted.Kind,
            Counts = wanted.Counts,
            DueUtc = wanted.DueUtc!.Value,
            CreatedUtc = calendar.NowUtc,
        };
        db.Assignments.Add(assignment);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A co-teacher may have assigned it since we looked; anything else is a real error.
            db.ChangeTracker.Clear();
            if (await alreadyThere.AnyAsync(cancellationToken))
            {
                return new Refusal.Invalid([AlreadyAssigned(wanted.Slug)]);
            }

            throw;
        }

        return new AssignmentDetails(
            assignment.Id, assignment.Slug, assignment.Kind, assignment.Counts, assignment.DueUtc.ToMicroseconds());
    }

    /// <summary>By due date; null for anyone outside the class.</summary>
    public async Task<IReadOnlyList<AssignmentDetails>?> ListForClassAsync(
        Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Classes.VisibleTo(actor)
            .Where(c => c.Id == classId)
            .Select(c => db.Assignments.Where(a => a.ClassId == c.Id)
                .OrderBy(a => a.DueUtc).ThenBy(a => a.Id)
                .Select(a => new AssignmentDetails(a.Id, a.Slug, a.Kind, a.Counts, a.DueUtc))
                .ToList())
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>For the class's teachers and admins; the students' work stays.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = db.Classes.RunBy(actor).Where(c => c.Id == classId).Select(c => c.Id);
        var removed = await db.Assignments
            .Where(a => a.Id == assignmentId && mine.Contains(a.ClassId))
            .ExecuteDeleteAsync(cancellationToken);
        return removed == 0 ? new Refusal.NotFound() : null;
    }

    private List<Fault> Faults(NewAssignment wanted)
    {
        var faults = new List<Fault>();
        if (curriculum.Find(wanted.Slug) is not { HasLesson: true })
        {
            faults.Add(new Fault(
                "slug",
                wanted.Slug.Length == 0 ? "Choose a lesson." : $"There is no lesson \"{wanted.Slug}\". Choose one from the glossary."));
        }

        if (wanted.DueUtc is not { } dueUtc)
        {
            faults.Add(
                new Fault("due", "Give the day it is due, for example 2026-11-24, and the time as hours and minutes or not at all."));
        }
        else if (dueUtc.Kind != DateTimeKind.Utc)
        {
            faults.Add(new Fault("due", "The due date must be given in UTC."));
        }
        else if (dueUtc < calendar.NowUtc)
        {
            faults.Add(new Fault(
                "due",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{calendar.Local(dueUtc):ddd, MMM d, yyyy, h:mm tt} is in the past. Choose a later time.")));
        }

        if (!Enum.IsDefined(wanted.Kind))
        {
            faults.Add(new Fault("kind", "Only lessons can be assigned."));
        }

        if (!Enum.IsDefined(wanted.Counts))
        {
            faults.Add(new Fault("counts", "Either the best or the last attempt counts."));
        }

        return faults;
    }

    private static Fault AlreadyAssigned(string slug) =>
        new("slug", $"This class already has \"{slug}\" assigned. Remove that assignment first to give a new date.");
}
