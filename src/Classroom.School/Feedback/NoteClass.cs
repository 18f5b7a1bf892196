namespace Classroom.School.Feedback;

/// <summary>A class in which somebody may write to a student.</summary>
public sealed record NoteClass(int Id, string Name);
