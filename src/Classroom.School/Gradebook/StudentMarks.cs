namespace Classroom.School.Gradebook;

/// <summary>A student's own marks in one class, as far as they are posted.</summary>
/// <param name="Total">Of the posted ones.</param>
public sealed record StudentMarks(int ClassId, string ClassName, IReadOnlyList<StudentMark> Marks, MarkTotal Total);
