namespace Classroom.Training.SelfCheck.Checks;

/// <summary>An operation that a run can reach, and the ways in which it can be computed.</summary>
/// <param name="Name">For a report.</param>
/// <param name="Ways">Quickest first; most operations have one.</param>
internal sealed record CheckedOperation(string Name, IReadOnlyList<CheckedWay> Ways);
