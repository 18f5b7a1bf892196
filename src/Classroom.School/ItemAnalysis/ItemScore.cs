namespace Classroom.School.ItemAnalysis;

/// <summary>What one attempt earned at one question.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Rest">The mean score of the attempt's other questions, 0 to 1; null where it had no others.</param>
public sealed record ItemScore(double Score, double? Rest);
