using Classroom.School.Assignments;

namespace Classroom.School.Progress;

/// <summary>What a change does to who can begin an assignment now.</summary>
/// <param name="Locked">The names of those who can no longer begin it, until they have done what comes before it.</param>
/// <param name="Opened">The names of those who could not begin it before.</param>
public sealed record LockEffect(AssignmentDetails Assignment, IReadOnlyList<string> Locked, IReadOnlyList<string> Opened);
