using Classroom.School.People;

namespace Classroom.School.Gradebook;

/// <summary>A student's marks, one for each assignment of the gradebook, and what they come to.</summary>
public sealed record GradebookRow(Person Student, IReadOnlyList<Mark> Marks, MarkTotal Total);
