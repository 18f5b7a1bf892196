using Classroom.School.Assignments;

namespace Classroom.School.Tasks;

/// <summary>A lab task as its student sees it.</summary>
/// <param name="Assignment">With her own dates and attempts.</param>
/// <param name="HandedIn">Her runs, the newest first.</param>
/// <param name="Rival">The run to beat as things stand; null without one.</param>
/// <param name="Closed">Why nothing is taken now; null where a run is.</param>
public sealed record TaskView(
    AssignmentDetails Assignment, string ClassName, IReadOnlyList<TaskHandIn> HandedIn, TaskRival? Rival, string? Closed)
{
    public TaskGoal Goal => Assignment.Goal!;

    /// <summary>Null for as many as she likes.</summary>
    public int? AttemptsLeft => Assignment.AttemptsAllowed is { } allowed ? Math.Max(0, allowed - HandedIn.Count) : null;
}
