namespace Classroom.School.Classes;

public sealed class SchoolClass : IVersioned
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What a student types to join; stored as <see cref="JoinCode.Normalize"/> writes it.</summary>
    public required string JoinCode { get; set; }

    /// <summary>From then on nobody joins with the code; null for never.</summary>
    public DateTime? CodeExpiresUtc { get; set; }

    /// <summary>Whoever has the code is in; otherwise she waits until a teacher lets her in.</summary>
    public bool AdmitsAtOnce { get; set; }

    /// <summary>An IANA name; null for the school's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Since then nothing about it changes, and its students do not see it; null for a current class.</summary>
    public DateTime? ArchivedUtc { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public int Version { get; set; }

    public List<ClassTeacher> Teachers { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];
}
