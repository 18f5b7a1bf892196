using Classroom.School.Assignments;

namespace Classroom.School.Gradebook;

/// <summary>An assignment as its student sees it in a list.</summary>
/// <param name="Assignment">With her own dates.</param>
/// <param name="Mark">Null while the teacher holds it.</param>
/// <param name="Unmet">What she has to do first; null where she may begin.</param>
public sealed record StudentAssignment(
    AssignmentDetails Assignment, StudentAssignmentState State, Mark? Mark, UnmetPrerequisite? Unmet = null);
