namespace Classroom.School.Feedback;

/// <summary>A note that was stored.</summary>
public sealed record WrittenNote(int Id);
