using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>A class as it is at first, whether it is new or a copy.</summary>
internal static class NewClasses
{
    public static async Task<SchoolClass> CreateAsync(
        ClassroomDbContext db, string name, DateTime now, CancellationToken cancellationToken) => new()
        {
            Name = name,
            JoinCode = await UnusedCodeAsync(db, cancellationToken),
            CreatedUtc = now,
        };

    public static async Task<string> UnusedCodeAsync(ClassroomDbContext db, CancellationToken cancellationToken)
    {
        // A clash is a one-in-millions event; the unique index catches the one that slips between this check and the save.
        string code;
        do
        {
            code = JoinCode.New();
        }
        while (await db.Classes.AnyAsync(c => c.JoinCode == code, cancellationToken));
        return code;
    }
}
