using Classroom.School.Assignments;

namespace Classroom.School.Gradebook;

/// <summary>What a student sees of her mark in an assignment.</summary>
/// <param name="Assignment">With her own dates.</param>
/// <param name="Mark">Null while the teacher holds it. Without the reason, which is for teachers.</param>
public sealed record StudentMark(AssignmentDetails Assignment, string? Category, Mark? Mark);
