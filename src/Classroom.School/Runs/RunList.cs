namespace Classroom.School.Runs;

/// <summary>One page of a list of runs.</summary>
/// <param name="Runs">Those on the page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record RunList(IReadOnlyList<ListedRun> Runs, int Total);
