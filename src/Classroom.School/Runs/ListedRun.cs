namespace Classroom.School.Runs;

/// <summary>A run in a list.</summary>
/// <param name="Run">The run.</param>
/// <param name="ConfigBefore">The config of the owner's run before it; null for her first.</param>
public sealed record ListedRun(RunSummary Run, string? ConfigBefore);
