namespace Classroom.Runs.Execution;

/// <summary>Why a run has ended; <paramref name="Fault"/> is for the log.</summary>
public sealed record RunEnding(RunEndingKind Kind, Exception? Fault);
