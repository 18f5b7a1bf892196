using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Sqlite;

public static class SchoolSqlite
{
    public static DbContextOptionsBuilder UseSchoolSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SchoolSqlite).Assembly.GetName().Name))
        .AddInterceptors(new ConnectionPragmas());
}
