namespace Classroom.School.Assignments;

/// <summary>What is decided for one student so far.</summary>
/// <param name="Version">Changes with each change; 0 where nothing is decided.</param>
public sealed record StoredStudentSettings(StudentSettings Settings, int Version);
