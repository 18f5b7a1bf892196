namespace Classroom.Web.Features.Assignments;

/// <summary>What a new assignment may be given; <see cref="AssignmentJson"/> reads it.</summary>
/// <param name="Kind">"lesson", "quiz", "experiment" or "task".</param>
/// <param name="Term">The slug of the term; a task needs none.</param>
/// <param name="DueAt">In UTC.</param>
public sealed record AssignmentRequest(string Kind, string? Term, DateTime DueAt) : AssignmentChange;
