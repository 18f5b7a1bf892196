namespace Classroom.Curriculum.Experiments;

/// <summary>A grid of runs: every row's value with every column's.</summary>
public sealed record ExperimentSweep(SweepAxis Rows, SweepAxis Columns);
