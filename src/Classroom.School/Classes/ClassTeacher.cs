using Classroom.School.People;

namespace Classroom.School.Classes;

public sealed class ClassTeacher
{
    public int ClassId { get; init; }

    public int UserId { get; init; }

    public required ClassRole Role { get; set; }

    public SchoolClass Class { get; init; } = null!;

    public User User { get; init; } = null!;
}
