using Classroom.School.Runs;

namespace Classroom.School.Tasks;

/// <summary>Some of the runs that a student may hand in, the newest first.</summary>
/// <param name="Total">How many there are on all pages.</param>
public sealed record TaskRunPage(IReadOnlyList<RunSummary> Runs, int Total);
