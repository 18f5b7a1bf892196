using Classroom.School;
using Classroom.School.Postgres;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests;

/// <summary>The program's database until a test takes it away: then nobody answers at its address.</summary>
public sealed class SwitchedDatabase(IDbContextFactory<ClassroomDbContext> real) : IDbContextFactory<ClassroomDbContext>
{
    public bool IsAway { get; set; }

    public ClassroomDbContext CreateDbContext()
    {
        if (!IsAway)
        {
            return real.CreateDbContext();
        }

        var nowhere = new DbContextOptionsBuilder<ClassroomDbContext>();
        nowhere.UseSchoolPostgres("Host=127.0.0.1;Port=1;Database=away");
        return new(nowhere.Options);
    }
}
