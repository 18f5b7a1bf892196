using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Progress;

/// <summary>A student in her class's progress.</summary>
/// <param name="Runs">All of her runs, those from the free lab too.</param>
public sealed record StudentRow(Person Student, IReadOnlyList<ProgressCell> Cells, int Runs, RunState? LastRun);
