namespace Classroom.School.Gradebook;

/// <summary>A mark that a file changes.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Seen">The mark that was there when its teacher looked at what the file changes; null where there was none.</param>
/// <param name="Points">What is to be there.</param>
public sealed record MarkChange(int Line, int StudentId, int AssignmentId, double? Seen, double Points);
