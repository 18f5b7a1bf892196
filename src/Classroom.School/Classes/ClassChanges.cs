using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>What happens where two people change the same class.</summary>
internal static class ClassChanges
{
    public static Refusal ChangedMeanwhile { get; } = new Refusal.Conflict(
        "Someone else changed this class in the meantime. Load the page again, then repeat your change.");

    public static Refusal Archived { get; } = new Refusal.Conflict(
        "This class is archived, so nothing in it can be changed. Restore it first.");

    /// <summary>
    /// The class, as it is once all other changes to it are done: those that come later wait for the end of the transaction that the
    /// caller has begun. Refused where the actor may not change it, and where it is archived.
    /// </summary>
    /// <param name="mayChange">The classes that the actor may change in this way, from <see cref="ClassAccess"/>.</param>
    public static async Task<Outcome<SchoolClass>> LockAsync(
        this IQueryable<SchoolClass> mayChange, int classId, CancellationToken cancellationToken)
    {
        var found = await mayChange.LockAlsoArchivedAsync(classId, cancellationToken);
        return found.Value?.ArchivedUtc is null ? found : Archived;
    }

    /// <summary>As <see cref="LockAsync"/>, for restoring.</summary>
    public static async Task<Outcome<SchoolClass>> LockAlsoArchivedAsync(
        this IQueryable<SchoolClass> mayChange, int classId, CancellationToken cancellationToken)
    {
        var wanted = mayChange.Where(c => c.Id == classId);
        await wanted.ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, c => c.Name), cancellationToken);
        // Asked again with the lock held: meanwhile somebody may have taken the right away.
        return await wanted.SingleOrDefaultAsync(cancellationToken) is { } found ? found : new Refusal.NotFound();
    }
}
