namespace Classroom.School.Regrades;

/// <summary>What a regrade does, or would do.</summary>
/// <param name="Id">Of the regrade; 0 where it is only looked at.</param>
/// <param name="Effects">The students whose marks change, by name.</param>
/// <param name="Attempts">Handed-in attempts that had the question.</param>
/// <param name="Changed">Those of them whose score changes.</param>
/// <param name="WithoutIt">Handed-in attempts that drew other questions, and so are not touched.</param>
public sealed record RegradeResult(
    int Id, string QuestionId, IReadOnlyList<RegradeEffect> Effects, int Attempts, int Changed, int WithoutIt);
