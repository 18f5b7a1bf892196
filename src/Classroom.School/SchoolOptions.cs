using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

public sealed record SchoolOptions
{
    /// <summary>Chooses the provider: <c>UseSchoolSqlite</c> or <c>UseSchoolPostgres</c> from that provider's project.</summary>
    public required Action<DbContextOptionsBuilder> Database { get; init; }

    public SchoolLimits Limits { get; init; } = new();
}
