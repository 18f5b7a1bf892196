namespace Classroom.Web.Features.Compare;

/// <summary>A setting in which runs differ.</summary>
/// <param name="Name">As the lab's form calls it.</param>
/// <param name="Values">One for each run; – where a run has no such setting.</param>
public sealed record RunDifference(string Name, IReadOnlyList<string> Values);
