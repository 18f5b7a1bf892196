namespace Classroom.School.Gradebook;

/// <summary>What came of posting a class's marks.</summary>
/// <param name="Assignments">So many were held before.</param>
public sealed record PostedMarks(int Assignments);
