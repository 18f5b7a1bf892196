using Classroom.Training.Loop;

namespace Classroom.Runs.Execution;

/// <summary>A checkpoint: what <see cref="TrainingRun.Save"/> gave at this step.</summary>
public sealed record SavedRun(int Step, byte[] Data);
