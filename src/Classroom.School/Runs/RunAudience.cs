namespace Classroom.School.Runs;

/// <summary>A class to which somebody may show a run.</summary>
/// <param name="ShownUtc">Since when it is shown; null where it is not.</param>
/// <param name="IsNamed">Where it is shown, the class is told who trained it.</param>
public sealed record RunAudience(int ClassId, string ClassName, DateTime? ShownUtc, bool IsNamed);
