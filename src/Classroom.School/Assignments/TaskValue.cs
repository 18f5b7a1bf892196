namespace Classroom.School.Assignments;

/// <summary>One measured number of a run.</summary>
/// <param name="Level">That it counts up to, where the measure asks for one.</param>
/// <param name="Value">Null where there was nothing to measure; infinite where the run never came there.</param>
public sealed record TaskValue(string Measure, double? Level, double? Value);
