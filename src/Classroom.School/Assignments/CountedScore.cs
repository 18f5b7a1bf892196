namespace Classroom.School.Assignments;

/// <summary>What a student has reached in an assignment.</summary>
/// <param name="Score">0 to 1, of the attempts that count.</param>
/// <param name="IsLate">What counts was handed in after the due date.</param>
public sealed record CountedScore(double Score, bool IsLate);
