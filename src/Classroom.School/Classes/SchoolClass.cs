namespace Classroom.School.Classes;

public sealed class SchoolClass : IVersioned
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What a student types to join; stored as <see cref="JoinCode.Normalize"/> writes it.</summary>
    public required string JoinCode { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public int Version { get; set; }

    public List<ClassTeacher> Teachers { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];
}
