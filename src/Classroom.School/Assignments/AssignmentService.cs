using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Questions;
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
            .. OwnQuiz.IsOwn(wanted.Slug)
                ? await OwnQuizWork.FindFaultsAsync(db, actor, wanted, cancellationToken)
                : FaultsOfTerm(wanted),
            .. AssignmentFaults.Find(wanted, calendar.In(found.TimeZone), isNew: true),
            .. TaskFaults.Find(wanted.Kind, wanted.Slug, wanted),
            .. await AssignmentTargets.FindFaultsAsync(db, classId, wanted, cancellationToken),
        ];
        if (faults.Count == 0 && await IsThereAsync(db, classId, wanted, cancellationToken))
        {
            faults.Add(new("slug", "This class already has this assigned for the same time. To change it, open that assignment."));
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
        if (await db.Assignments.ManagedBy(db, actor).Include(a => a.Class).Include(a => a.Students)
                .SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        if (found.Class.ArchivedUtc is not null)
        {
            return ClassChanges.Archived;
        }

        List<Fault> faults =
        [
            .. AssignmentFaults.Find(wanted, calendar, isNew: false),
            .. TaskFaults.Find(found.Kind, found.Slug, wanted),
            .. await AssignmentTargets.FindFaultsAsync(db, found.ClassId, wanted, cancellationToken),
        ];
        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var before = AssignmentText.Settings(found);
        Apply(found, wanted);
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

    /// <summary>By due date; null for anyone outside the class. Students see no drafts.</summary>
    public async Task<IReadOnlyList<AssignmentDetails>?> ListForClassAsync(
        Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assignments = actor.Role == Role.Student ? db.Assignments.GivenTo(actor.UserId) : db.Assignments;
        var found = await db.Classes.VisibleTo(actor)
            .Where(c => c.Id == classId)
            .Select(c => assignments.Where(a => a.ClassId == c.Id)
                .OrderBy(a => a.DueUtc).ThenBy(a => a.Id)
                .ToList())
            .SingleOrDefaultAsync(cancellationToken);
        return found?.ConvertAll(AssignmentDetails.From);
    }

    /// <summary>For the class's owner, its teachers and admins; the students' work stays.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Assignments.ManagedBy(db, actor).Include(a => a.Class).Include(a => a.Students)
                .SingleOrDefaultAsync(a => a.Id == assignmentId && a.ClassId == classId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        if (found.Class.ArchivedUtc is not null)
        {
            return ClassChanges.Archived;
        }

        db.Assignments.Remove(found);
        var what = $"#{found.Id} of {found.Class.Name}: {AssignmentText.Describe(found)}";
        db.Record(actor, clock, AuditAction.AssignmentRemoved, NameOf(found), what);
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

    private static string? TitleOf(AssignmentSettings wanted) => string.IsNullOrWhiteSpace(wanted.Title) ? null : wanted.Title.Trim();

    private static void Apply(Assignment assignment, AssignmentSettings wanted)
    {
        assignment.Title = TitleOf(wanted);
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

    private IEnumerable<Fault> FaultsOfTerm(NewAssignment wanted)
    {
        if (!Enum.IsDefined(wanted.Kind))
        {
            yield return new("kind", "Choose a lesson, a quiz, an experiment or a lab task.");
        }

        var term = curriculum.Find(wanted.Slug);
        var isThere = wanted.Kind switch
        {
            AssignmentKind.Experiment => term is { HasExperiment: true },
            AssignmentKind.Task => wanted.Slug.Length == 0 || term is { HasLesson: true },
            _ => term is { HasLesson: true },
        };
        if (!isThere)
        {
            yield return new(
                "slug",
                wanted.Slug.Length == 0 ? "Choose a lesson."
                : wanted.Kind == AssignmentKind.Experiment && term is not null
                    ? $"\"{term.Name}\" has no experiment. Choose another term."
                    : $"There is no lesson \"{wanted.Slug}\". Choose one from the glossary.");
        }
    }

    private string NameOf(Assignment assignment) => assignment.Title ?? curriculum.Find(assignment.Slug)?.Name ?? assignment.Slug;

    /// <summary>The same work for the same students until the same time.</summary>
    private static async Task<bool> IsThereAsync(
        ClassroomDbContext db, int classId, NewAssignment wanted, CancellationToken cancellationToken)
    {
        var due = wanted.DueUtc!.Value.ToMicroseconds();
        var students = wanted.Students?.Order().ToList();
        var title = TitleOf(wanted);
        var alike = await db.Assignments
            .Where(a => a.ClassId == classId && a.Slug == wanted.Slug && a.Kind == wanted.Kind && a.DueUtc == due
                && (a.Kind != AssignmentKind.Task || a.Title == title))
            .Select(a => a.IsForSome ? a.Students.Where(own => own.IsGiven).Select(own => own.UserId).ToList() : null)
            .ToListAsync(cancellationToken);
        return alike.Exists(given => students is null ? given is null : given?.Order().SequenceEqual(students) == true);
    }
}
