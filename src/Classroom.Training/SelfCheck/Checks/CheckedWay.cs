namespace Classroom.Training.SelfCheck.Checks;

/// <summary>One way to compute an operation.</summary>
/// <param name="Name">For a report.</param>
/// <param name="IsSlow">Taken only where no other will do.</param>
/// <param name="Cases">What it is tried on before the first run of a process.</param>
/// <param name="Draw">Any further case, drawn at random, with sizes up to a bound.</param>
internal sealed record CheckedWay(string Name, bool IsSlow, IReadOnlyList<CheckCase> Cases, Func<Random, int, CheckCase> Draw);
