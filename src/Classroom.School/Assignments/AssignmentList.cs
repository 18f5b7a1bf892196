using Classroom.School.Classes;

namespace Classroom.School.Assignments;

/// <summary>Assignments of a class in an order that the teacher sets. Each keeps its own dates, points and marks.</summary>
public sealed class AssignmentList : IVersioned
{
    public const int LongestTitle = 120;

    public const int MostOfAClass = 50;

    public int Id { get; init; }

    public int ClassId { get; init; }

    public required string Title { get; set; }

    /// <summary>A step opens to a student when she has done all steps before it that are hers.</summary>
    public bool IsSequential { get; set; }

    public int Version { get; set; }

    public SchoolClass Class { get; init; } = null!;

    public List<Assignment> Steps { get; } = [];
}
