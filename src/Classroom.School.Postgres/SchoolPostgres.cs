using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Postgres;

public static class SchoolPostgres
{
    public static DbContextOptionsBuilder UseSchoolPostgres(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(SchoolPostgres).Assembly.GetName().Name));
}
