namespace Classroom.Web.Features.Assignments;

/// <summary>What a new assignment may be given; <see cref="AssignmentJson"/> reads it.</summary>
/// <param name="Kind">"lesson", "quiz", "experiment" or "task".</param>
/// <param name="DueAt">In UTC.</param>
/// <param name="Term">The slug of the term; required without a quiz, but for a task.</param>
/// <param name="Quiz">Instead of a term: a quiz that the caller made or shares.</param>
public sealed record AssignmentRequest(string Kind, DateTime DueAt, string? Term = null, int? Quiz = null) : AssignmentChange;
