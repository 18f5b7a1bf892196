using Classroom.School.Audit;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class UtcTimeTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_time_that_is_not_UTC_is_not_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        await using var db = school.OpenContext();
        db.Audit.Add(new AuditEntry
        {
            WhenUtc = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Local),
            Action = AuditAction.ClassCreated,
            Subject = "7b"
        });

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync(Ct));

        Assert.Equal(0, (await school.Audit.ListAsync(new Actor(0, Role.Admin), cancellationToken: Ct))!.Total);
    }
}
