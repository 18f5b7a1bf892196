using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Classroom.School.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>, which never connects to this server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ClassroomDbContext>
{
    public ClassroomDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<ClassroomDbContext>)new DbContextOptionsBuilder<ClassroomDbContext>()
            .UseSchoolPostgres("Host=localhost;Database=design-time").Options);
}
