using Classroom.School.Classes;

namespace Classroom.School.Assignments;

/// <summary>A group of a class's assignments that has its own share in the total, such as homework or tests.</summary>
public sealed class GradeCategory : IVersioned
{
    public const int LongestName = 40;

    public const int MostOfAClass = 12;

    public int Id { get; init; }

    public int ClassId { get; init; }

    public required string Name { get; set; }

    /// <summary>Its share, in relation to those of the other categories.</summary>
    public int Weight { get; set; }

    /// <summary>So many of each student's lowest marks do not count.</summary>
    public int DropLowest { get; set; }

    public int Version { get; set; }

    public SchoolClass Class { get; init; } = null!;
}
