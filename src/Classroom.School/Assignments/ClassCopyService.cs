using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Makes a new class of one that went well: with its assignments, without its people.</summary>
public sealed class ClassCopyService(
    IDbContextFactory<ClassroomDbContext> contexts, ClassService classes, SchoolCalendar calendar, TimeProvider clock)
{
    /// <summary>
    /// For the class's owner, its teachers and admins, also where it is archived. The copier owns the copy, whose assignments are drafts:
    /// nothing is due before she has looked at it.
    /// </summary>
    public async Task<Outcome<ClassDetails>> CopyAsync(
        Actor actor, int classId, ClassCopy wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Classes.ManagedBy(actor).AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } original)
        {
            return new Refusal.NotFound();
        }

        var faults = ClassSettings.FindNameFaults(wanted.Name);
        if (wanted.Days is < -ClassCopy.MostDays or > ClassCopy.MostDays)
        {
            faults.Add(new("days", $"Give a whole number of days from -{ClassCopy.MostDays} to {ClassCopy.MostDays}."));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.UtcNow();
        var copy = await NewClasses.CreateAsync(db, wanted.Name.Trim(), now, cancellationToken);
        copy.TimeZone = original.TimeZone;
        copy.Teachers.Add(new ClassTeacher { UserId = actor.UserId, Role = ClassRole.Owner });
        db.Classes.Add(copy);
        var categories = await CopyCategoriesAsync(db, original.Id, copy, cancellationToken);
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.ClassId == classId).OrderBy(a => a.Id)
            .ToListAsync(cancellationToken);
        var copies = assignments.ToDictionary(
            a => a.Id, a => Copy(a, copy, a.CategoryId is { } id ? categories[id] : null, wanted.Days, now));
        await CopySequenceAsync(db, classId, assignments, copies, copy, cancellationToken);
        db.Assignments.AddRange(copies.Values);
        var moved = wanted.Days == 0 ? "dates unchanged" : $"dates moved by {wanted.Days} days";
        var what = $"from {original.Name} (#{original.Id}): {assignments.Count} assignments, {moved}";
        db.Record(actor, clock, AuditAction.ClassCopied, copy.Name, what);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await classes.GetAsync(actor, copy.Id, cancellationToken))!;
    }

    /// <returns>By the id of the original the id of its copy.</returns>
    private static async Task<Dictionary<int, int>> CopyCategoriesAsync(
        ClassroomDbContext db, int classId, SchoolClass copy, CancellationToken cancellationToken)
    {
        var originals = await db.GradeCategories.AsNoTracking().Where(category => category.ClassId == classId)
            .OrderBy(category => category.Id)
            .ToListAsync(cancellationToken);
        var copies = originals.ConvertAll(category => new GradeCategory
        {
            Class = copy,
            Name = category.Name,
            Weight = category.Weight,
            DropLowest = category.DropLowest,
        });
        db.GradeCategories.AddRange(copies);
        await db.SaveChangesAsync(cancellationToken);
        return originals.Zip(copies).ToDictionary(pair => pair.First.Id, pair => pair.Second.Id);
    }

    /// <summary>Lists, and what comes before what.</summary>
    /// <param name="copies">By the id of the original.</param>
    private static async Task CopySequenceAsync(
        ClassroomDbContext db,
        int classId,
        List<Assignment> originals,
        Dictionary<int, Assignment> copies,
        SchoolClass copy,
        CancellationToken cancellationToken)
    {
        var lists = (await db.AssignmentLists.AsNoTracking().Where(list => list.ClassId == classId).OrderBy(list => list.Id)
                .ToListAsync(cancellationToken))
            .ToDictionary(
                list => list.Id,
                list => new AssignmentList { Class = copy, Title = list.Title, IsSequential = list.IsSequential });
        db.AssignmentLists.AddRange(lists.Values);
        foreach (var original in originals)
        {
            var copied = copies[original.Id];
            copied.List = original.ListId is { } list ? lists[list] : null;
            copied.After = original.AfterId is { } first ? copies[first] : null;
        }
    }

    private Assignment Copy(Assignment original, SchoolClass copy, int? categoryId, int days, DateTime now)
    {
        var clocks = calendar.In(copy.TimeZone);
        return new()
        {
            Class = copy,
            Slug = original.Slug,
            Kind = original.Kind,
            Title = original.Title,
            Counts = original.Counts,
            Points = original.Points,
            AttemptsAllowed = original.AttemptsAllowed,
            Minutes = original.Minutes,
            LatePercentPerDay = original.LatePercentPerDay,
            LateFloorPercent = original.LateFloorPercent,
            ScoresFrom = original.ScoresFrom,
            AnswersFrom = original.AnswersFrom,
            CategoryId = categoryId,
            AfterPercent = original.AfterPercent,
            Position = original.Position,
            Instructions = original.Instructions,
            ConfigJson = original.ConfigJson,
            GoalJson = original.GoalJson,
            OpensUtc = original.OpensUtc is { } opens ? Move(opens) : null,
            DueUtc = Move(original.DueUtc),
            ClosesUtc = original.ClosesUtc is { } closes ? Move(closes) : null,
            IsDraft = true,
            CreatedUtc = now,
        };

        // By days of the calendar: what was due at three in the afternoon still is when the clocks have changed in between.
        DateTime Move(DateTime utc) =>
            days == 0 ? utc : clocks.At(clocks.DayOf(utc).AddDays(days), TimeOnly.FromDateTime(clocks.Local(utc)));
    }
}
