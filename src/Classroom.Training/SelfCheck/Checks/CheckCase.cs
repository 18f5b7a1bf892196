namespace Classroom.Training.SelfCheck.Checks;

/// <summary>A small computation, and what the plain formulas make of the same numbers.</summary>
/// <param name="Name">Its sizes, for a report.</param>
/// <param name="Parts">What it results in, such as <c>forward</c> and <c>by weights</c>.</param>
/// <param name="Compute">Does it as a run would, on the calling thread, within a dispose scope: the numbers of each part.</param>
/// <param name="Expect">The same parts in double precision.</param>
internal sealed record CheckCase(
    string Name, IReadOnlyList<string> Parts, Func<IReadOnlyList<float[]>> Compute, Func<IReadOnlyList<double[]>> Expect);

/// <summary>An operation that a run can reach, and the ways in which it can be computed.</summary>
/// <param name="Name">For a report.</param>
/// <param name="Ways">Quickest first; most operations have one.</param>
internal sealed record CheckedOperation(string Name, IReadOnlyList<CheckedWay> Ways);

/// <summary>One way to compute an operation.</summary>
/// <param name="Name">For a report.</param>
/// <param name="IsSlow">Taken only where no other will do.</param>
/// <param name="Cases">What it is tried on before the first run of a process.</param>
/// <param name="Draw">Any further case, drawn at random, with sizes up to a bound.</param>
internal sealed record CheckedWay(string Name, bool IsSlow, IReadOnlyList<CheckCase> Cases, Func<Random, int, CheckCase> Draw);
