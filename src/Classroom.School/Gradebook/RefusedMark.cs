namespace Classroom.School.Gradebook;

/// <summary>A mark of a file that was not stored.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Student">Her name; null where there is no such student in the class.</param>
public sealed record RefusedMark(int Line, string? Student, string Message);
