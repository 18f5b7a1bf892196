using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

public sealed record SchoolOptions
{
    /// <summary>Chooses the provider: <c>UseSchoolSqlite</c> or <c>UseSchoolPostgres</c> from that provider's project.</summary>
    public required Action<DbContextOptionsBuilder> Database { get; init; }

    /// <summary>Whose days are the school's.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public SchoolLimits Limits { get; init; } = new();

    /// <summary>Titles of the data sets that everyone has without an upload; no upload may take one of them.</summary>
    public IReadOnlyList<string> BuiltInDataSets { get; init; } = [];
}
