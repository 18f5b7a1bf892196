namespace Classroom.School.Assignments;

/// <summary>An assignment as its student sees it.</summary>
/// <param name="Score">0 to 1, of the best or the last graded attempt as the assignment says; null without one.</param>
public sealed record DueAssignment(AssignmentDetails Assignment, string ClassName, DateTime? ReadUtc, double? Score)
{
    public bool IsDone => ReadUtc is not null && Score is not null;
}
