namespace Classroom.Training.SelfCheck.Checks;

/// <summary>A small computation, and what the plain formulas make of the same numbers.</summary>
/// <param name="Name">Its sizes, for a report.</param>
/// <param name="Parts">What it results in, such as <c>forward</c> and <c>by weights</c>.</param>
/// <param name="Compute">Does it as a run would, on the calling thread, within a dispose scope: the numbers of each part.</param>
/// <param name="Expect">The same parts in double precision.</param>
internal sealed record CheckCase(
    string Name, IReadOnlyList<string> Parts, Func<IReadOnlyList<float[]>> Compute, Func<IReadOnlyList<double[]>> Expect);
