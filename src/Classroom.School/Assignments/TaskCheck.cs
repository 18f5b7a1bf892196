using Classroom.Curriculum.Experiments;

namespace Classroom.School.Assignments;

/// <summary>One condition of a goal and what a run has made of it.</summary>
/// <param name="Value">Null where there was nothing to measure.</param>
/// <param name="Holds">Null with it.</param>
public sealed record TaskCheck(ExperimentCheck Check, double? Value, bool? Holds);
