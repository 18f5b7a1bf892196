using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>What happens where two people change the same class.</summary>
internal static class ClassChanges
{
    public static Refusal ChangedMeanwhile { get; } = new Refusal.Conflict(
        "Someone else changed this class in the meantime. Load the page again, then repeat your change.");

    /// <summary>Stores who has entered or left; refuses where someone else has done the same or the opposite in the meantime.</summary>
    public static async Task<Refusal?> SaveOrConflictAsync(this ClassroomDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            return ChangedMeanwhile;
        }
    }
}
