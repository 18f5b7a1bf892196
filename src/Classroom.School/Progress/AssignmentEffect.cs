using Classroom.School.Assignments;

namespace Classroom.School.Progress;

/// <summary>What a change of an assignment does to what a student has handed in.</summary>
/// <param name="Student">Her display name.</param>
public sealed record AssignmentEffect(string Student, CountedScore Before, CountedScore After)
{
    /// <summary>The new goal of a task asks for a number that was not measured when she handed in: she keeps her score.</summary>
    public bool IsUnjudged { get; init; }
}
