using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Classroom.School.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>, which never opens this file.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ClassroomDbContext>
{
    public ClassroomDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<ClassroomDbContext>)new DbContextOptionsBuilder<ClassroomDbContext>()
            .UseSchoolSqlite("Data Source=design-time.db").Options);
}
