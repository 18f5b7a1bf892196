using Classroom.School.Audit;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.CalendarFeeds;

/// <summary>What takes a person's calendar address away without asking her.</summary>
internal static class FeedShutdown
{
    /// <summary>In the transaction of whoever gives somebody a new password: the old one may have been stolen, and the address read.</summary>
    public static async Task TurnOffFeedAsync(
        this ClassroomDbContext db, Actor actor, int userId, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.CalendarFeeds.Where(feed => feed.UserId == userId).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            db.Record(actor, clock, AuditAction.CalendarTurnedOff, userName, "with a new password");
        }
    }
}
