namespace Classroom.Web.Features.Assignments;

/// <summary>What is left out stays as it is.</summary>
public sealed record AssignmentChangeRequest : AssignmentChange
{
    public DateTime? DueAt { get; init; }

    /// <summary>Of the assignment as the caller has read it; without it, whatever is there is changed.</summary>
    public int? Version { get; init; }
}
