using System.Globalization;
using Classroom.Naming;
using Classroom.School.Assignments;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Gradebook;

/// <summary>The categories of a class's assignments, with their weights.</summary>
public sealed class CategoryService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    private const int MostWeight = 1000;
    private const int MostDropped = 20;

    /// <summary>In the order of their creation; null for anyone but the class's teachers and admins.</summary>
    public async Task<IReadOnlyList<CategoryDetails>?> ListAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Classes.RunBy(actor).Where(c => c.Id == classId)
            .Select(c => db.GradeCategories.Where(category => category.ClassId == c.Id).OrderBy(category => category.Id)
                .Select(category => new CategoryDetails(category.Id, category.Name, category.Weight, category.DropLowest))
                .ToList())
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// For the class's owner, its teachers and admins. Replaces the class's categories: those without an id are new, those that are missing go, and their assignments then belong to none.
    /// </summary>
    public async Task<Refusal?> SetAsync(
        Actor actor, int classId, IReadOnlyList<CategoryDetails> wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var there = await db.GradeCategories.Where(category => category.ClassId == classId).OrderBy(category => category.Id)
            .ToListAsync(cancellationToken);
        if (FindFaults(wanted, there) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        var before = Describe(there);
        var kept = there.Where(category => wanted.Any(other => other.Id == category.Id)).ToList();
        db.GradeCategories.RemoveRange(there.Except(kept));

        // A name may move from one category to another, and each save must find all names apart.
        foreach (var category in kept.Where(category => wanted.Any(other => other.Id == category.Id && other.Name.Trim() != category.Name)))
        {
            category.Name = string.Create(CultureInfo.InvariantCulture, $"#{category.Id}");
        }

        await db.SaveChangesAsync(cancellationToken);
        var after = new List<GradeCategory>();
        foreach (var change in wanted)
        {
            var category = kept.Find(other => other.Id == change.Id)
                ?? db.GradeCategories.Add(new() { ClassId = classId, Name = "" }).Entity;
            (category.Name, category.Weight, category.DropLowest) = (change.Name.Trim(), change.Weight, change.DropLowest);
            after.Add(category);
        }

        db.Record(actor, clock, AuditAction.CategoriesChanged, locked.Value.Name, $"{before} to {Describe(after)}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static List<Fault> FindFaults(IReadOnlyList<CategoryDetails> wanted, List<GradeCategory> there)
    {
        var faults = new List<Fault>();
        if (wanted.Count > GradeCategory.MostOfAClass)
        {
            faults.Add(new("categories", $"A class has at most {GradeCategory.MostOfAClass} categories."));
        }

        for (var index = 0; index < wanted.Count; index++)
        {
            var (category, field) = (wanted[index], string.Create(CultureInfo.InvariantCulture, $"categories[{index}]"));
            var name = category.Name?.Trim() ?? "";
            if (category.Id != 0 && !there.Exists(other => other.Id == category.Id))
            {
                faults.Add(new(field, "This category is no longer there. Load the page again."));
            }

            if (name.Length is 0 or > GradeCategory.LongestName)
            {
                faults.Add(new(field, $"Give the category a name of 1 to {GradeCategory.LongestName} characters."));
            }
            else if (NameText.Fault(name) is { } unseen)
            {
                faults.Add(new(field, unseen));
            }
            else if (wanted.Take(index).Any(other => string.Equals(other.Name?.Trim(), name, StringComparison.OrdinalIgnoreCase)))
            {
                faults.Add(new(field, $"There are two categories named \"{name}\". Give each a name of its own."));
            }

            if (category.Weight is < 0 or > MostWeight)
            {
                faults.Add(new(field, $"Give a weight as a whole number from 0 to {MostWeight}."));
            }

            if (category.DropLowest is < 0 or > MostDropped)
            {
                faults.Add(new(field, $"Give how many of the lowest marks to drop as a whole number from 0 to {MostDropped}."));
            }
        }

        return faults;
    }

    private static string Describe(List<GradeCategory> categories) => categories.Count == 0
        ? "no categories"
        : string.Join(", ", categories.Select(category => string.Create(
            CultureInfo.InvariantCulture, $"{category.Name} (weight {category.Weight}, drop {category.DropLowest})")));
}
