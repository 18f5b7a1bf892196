using Classroom.School.Assignments;

namespace Classroom.School.Home;

/// <summary>One thing that a teacher is needed for in one of her classes.</summary>
/// <param name="Assignment">As the class has it; null where it is about none.</param>
/// <param name="Count">How many students, or how many requests of theirs.</param>
/// <param name="Of">How many students have the assignment; 0 where it is about none.</param>
public sealed record Todo(TodoKind Kind, int ClassId, string ClassName, AssignmentDetails? Assignment, int Count, int Of)
{
    /// <summary>When it is, or was, due for the first of these students; null where nothing is due.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>The first of these students; null where it is about requests, or about nobody in particular.</summary>
    public int? StudentId { get; init; }
}
