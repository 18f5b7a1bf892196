namespace Classroom.School.Tasks;

/// <summary>A run that a student has handed in for a lab task, with what it measured.</summary>
public sealed class TaskSubmission
{
    public int Id { get; init; }

    public required int AssignmentId { get; init; }

    public required int UserId { get; init; }

    /// <summary>Null where the run is no longer there; what it measured still counts.</summary>
    public Guid? RunId { get; init; }

    public required DateTime SubmittedUtc { get; init; }

    /// <summary>
    /// The share of the goal's conditions that held when it was handed in, 0 to 1. What counts is worked out from the goal as it stands;
    /// this only where that asks for a number that was not measured.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>A <see cref="Assignments.TaskResult"/>.</summary>
    public required string ResultJson { get; init; }
}
