using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

internal static class PersonLock
{
    /// <summary>
    /// Makes other changes to what is this person's wait for the end of the transaction, so that looking and acting are one act. False
    /// where there is no such person.
    /// </summary>
    public static async Task<bool> LockPersonAsync(this ClassroomDbContext db, int userId, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.RunsCreated, user => user.RunsCreated), cancellationToken) == 1;
}
