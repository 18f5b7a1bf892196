using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>What a class has to do, and by when.</summary>
public sealed class AssignmentService(
    IDbContextFactory<ClassroomDbContext> contexts,
    Curriculum.Curriculum curriculum,
    SchoolCalendar calendar,
    TimeProvider clock,
    IDeadlines deadlines)
{
    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "Someone else changed this assignment in the meantime. Load the page again, then repeat your change.");

    /// <summary>For the class's owner, its teachers and admins.</summary>
    public async Task<Outcome<AssignmentDetails>> AssignAsync(
        Actor actor, int classId, NewAssignment wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Held, so that a second click sees what the first has made.
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var found = locked.Value;
        List<Fault> faults =
        [
            .. await NewAssignmentFaults.FindAsync(db, curriculum, actor, wanted, cancellationToken),
            .. AssignmentFaults.Find(wanted, calendar.In(found.TimeZone), isNew: true),
            .. TaskFaults.Find(wanted.Kind, wanted.Slug, wanted),
            .. await AssignmentTargets.FindFaultsAsync(db, classId, wanted, cancellationToken),
            .. await AssignmentSequence.FindFaultsAsync(db, curriculum, classId, assignment: null, wanted, cancellationToken),
        ];
        if (faults.Count == 0)
        {
            faults.AddRange(await NewAssignmentFaults.FindTwinAsync(db, classId, wanted, cancellationToken));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var assignment = new Assignment
        {
            Class = found,
            Slug = wanted.Slug,
            Kind = wanted.Kind,
            DueUtc = wanted.DueUtc!.Value,
            CreatedUtc = calendar.NowUtc,
        };
        Apply(assignment, wanted);
        await AssignmentSequence.PlaceAsync(db, classId, assignment, wanted, cancellationToken);
        await OwnQuizWork.NameAsync(db, assignment, cancellationToken);
        db.Assignments.Add(assignment);
        var what = $"for {found.Name}: {AssignmentText.Describe(assignment)}";
        db.Record(actor, clock, AuditAction.AssignmentCreated, NameOf(assignment), what);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AssignmentDetails.From(assignment);
    }

    /// <summary>All that is wrong with a change, before it is made.</summary>
    public IReadOnlyList<Fault> Check(AssignmentDetails assignment, AssignmentSettings wanted) =>
        [.. AssignmentFaults.Find(wanted, calendar, isNew: false), .. TaskFaults.Find(assignment.Kind, assignment.Slug, wanted)];

    /// <summary>
    /// For the class's owner, its teachers and admins, also after students have begun: what counts and what is late is always worked out from what
    /// they handed in and the assignment as it stands.
    /// </summary>
    /// <param name="version">The <see cref="AssignmentDetails.Version"/> that the person saw when she made the change.</param>
    public async Task<Outcome<AssignmentDetails>> EditAsync(
        Actor actor, int assignmentId, AssignmentSettings wanted, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await LockAsync(db, actor, assignmentId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var found = locked.Value;
        List<Fault> faults =
        [
            .. AssignmentFaults.Find(wanted, calendar, isNew: false),
            .. TaskFaults.Find(found.Kind, found.Slug, wanted),
            .. await AssignmentTargets.FindFaultsAsync(db, found.ClassId, wanted, cancellationToken),
            .. await AssignmentSequence.FindFaultsAsync(db, curriculum, found.ClassId, found, wanted, cancellationToken),
        ];
        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var before = AssignmentText.Settings(found);
        Apply(found, wanted);
        await AssignmentSequence.PlaceAsync(db, found.ClassId, found, wanted, cancellationToken);
        await OwnQuizWork.NameAsync(db, found, cancellationToken);
        db.Entry(found).Property(a => a.Version).OriginalValue = version;
        db.Entry(found).State = EntityState.Modified;
        db.Record(
            actor,
            clock,
            AuditAction.AssignmentChanged,
            NameOf(found),
            $"#{found.Id} of {found.Class.Name}: {AssignmentText.Differences(before, found)}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await deadlines.FollowAsync(db, found.Id, userId: null, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return AssignmentDetails.From(found);
        }
        catch (DbUpdateException)
        {
            return ChangedMeanwhile;
        }
    }

    /// <summary>For the class's staff and admins; null for anyone else.</summary>
    public async Task<AssignmentDetails?> FindAsync(Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Assignments.RunBy(db, actor).AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is { } found
            ? AssignmentDetails.From(found)
            : null;
    }

    /// <summary>In their order; null for anyone outside the class. Students see no drafts.</summary>
    public async Task<IReadOnlyList<AssignmentDetails>?> ListForClassAsync(
        Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assignments = actor.Role == Role.Student ? db.Assignments.GivenTo(actor.UserId) : db.Assignments;
        var found = await db.Classes.VisibleTo(actor)
            .Where(c => c.Id == classId)
            .Select(c => assignments.Where(a => a.ClassId == c.Id).ToList())
            .SingleOrDefaultAsync(cancellationToken);
        return found?.Select(AssignmentDetails.From).InOrder();
    }

    /// <summary>For the class's owner, its teachers and admins; the students' work stays, and what waited for it is free.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await LockAsync(db, actor, assignmentId, cancellationToken);
        if (!locked.Succeeded || locked.Value.ClassId != classId)
        {
            return locked.Refusal ?? new Refusal.NotFound();
        }

        var found = locked.Value;
        var freed = await db.Assignments.Where(a => a.AfterId == found.Id).ToListAsync(cancellationToken);
        freed.ForEach(waiting => (waiting.AfterId, waiting.AfterPercent) = (null, null));
        AssignmentSequence.Touch(db, found.List);
        db.Assignments.Remove(found);
        var what = $"#{found.Id} of {found.Class.Name}: {AssignmentText.Describe(found)}{AssignmentText.Freed(freed)}";
        db.Record(actor, clock, AuditAction.AssignmentRemoved, NameOf(found), what);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile;
        }
    }

    private static void Apply(Assignment assignment, AssignmentSettings wanted)
    {
        assignment.Title = NewAssignmentFaults.TitleOf(wanted);
        assignment.OpensUtc = wanted.OpensUtc?.ToMicroseconds();
        assignment.DueUtc = wanted.DueUtc!.Value.ToMicroseconds();
        assignment.ClosesUtc = wanted.ClosesUtc?.ToMicroseconds();
        assignment.Counts = wanted.Counts;
        assignment.Points = wanted.Points;
        assignment.AttemptsAllowed = wanted.AttemptsAllowed;
        assignment.Minutes = wanted.Minutes;
        assignment.LatePercentPerDay = wanted.Late.PercentPerDay;
        assignment.LateFloorPercent = wanted.Late.FloorPercent;
        assignment.ScoresFrom = wanted.ScoresFrom;
        assignment.AnswersFrom = wanted.AnswersFrom;
        assignment.CategoryId = wanted.CategoryId;
        assignment.IsDraft = wanted.IsDraft;
        assignment.Instructions = wanted.Instructions?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;
        assignment.ConfigJson = wanted.ConfigJson;
        assignment.GoalJson = wanted.Goal?.ToJson();
        AssignmentTargets.Give(assignment, wanted.Students);
    }

    /// <summary>An assignment with its class locked: what comes before what is one matter of the whole class.</summary>
    private static async Task<Outcome<Assignment>> LockAsync(
        ClassroomDbContext db, Actor actor, int assignmentId, CancellationToken cancellationToken)
    {
        var managed = db.Assignments.ManagedBy(db, actor).Where(a => a.Id == assignmentId);
        if (await managed.Select(a => (int?)a.ClassId).SingleOrDefaultAsync(cancellationToken) is not { } classId)
        {
            return new Refusal.NotFound();
        }

        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        return !locked.Succeeded ? locked.Refusal
            : await managed.Include(a => a.Students).SingleOrDefaultAsync(cancellationToken) is { } found ? found
            : new Refusal.NotFound();
    }

    private string NameOf(Assignment assignment) => AssignmentDetails.From(assignment).NameIn(curriculum);
}
