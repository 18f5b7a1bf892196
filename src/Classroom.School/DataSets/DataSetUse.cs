namespace Classroom.School.DataSets;

/// <summary>What depends on a data set.</summary>
/// <param name="Runs">Runs on it.</param>
/// <param name="Unfinished">Those of them that train or wait.</param>
/// <param name="People">Whose runs they are.</param>
public sealed record DataSetUse(int Runs, int Unfinished, int People);
