namespace Classroom.School.Audit;

internal static class AuditRecording
{
    /// <summary>Adds the entry to what is saved next, so that the act and its entry are stored together or not at all.</summary>
    public static void Record(
        this ClassroomDbContext db, Actor? actor, TimeProvider clock, AuditAction action, string subject, string? detail = null) =>
        db.Audit.Add(new AuditEntry
        {
            WhenUtc = clock.UtcNow(),
            ActorId = actor?.UserId,
            Action = action,
            Subject = subject,
            Detail = detail?.Length > AuditEntry.LongestDetail ? $"{detail[..(AuditEntry.LongestDetail - 1)]}…" : detail,
        });
}
