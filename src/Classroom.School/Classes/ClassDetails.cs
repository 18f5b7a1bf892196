namespace Classroom.School.Classes;

/// <summary>A class as its staff sees it. A student's copy has no join code.</summary>
public sealed record ClassDetails(int Id, string Name, string? JoinCode, int Students, int Version, IReadOnlyList<StaffMember> Staff)
{
    public DateTime? CodeExpiresUtc { get; init; }

    public bool AdmitsAtOnce { get; init; }

    public string? TimeZone { get; init; }

    public DateTime? ArchivedUtc { get; init; }

    /// <summary>Students who wait to be let in.</summary>
    public int Waiting { get; init; }

    /// <summary>The reader may change settings, students, code and assignments, as long as the class is not archived.</summary>
    public bool IsManaged { get; init; }

    /// <summary>The reader may change the staff, archive and restore.</summary>
    public bool IsOwned { get; init; }

    public bool IsArchived => ArchivedUtc is not null;

    /// <summary>The reader may change the class now.</summary>
    public bool IsEditable => IsManaged && !IsArchived;

    public ClassSettings Settings => new(Name) { TimeZone = TimeZone, AdmitsAtOnce = AdmitsAtOnce };

    public bool CodeWorks(DateTime now) => !IsArchived && !(CodeExpiresUtc <= now);
}
