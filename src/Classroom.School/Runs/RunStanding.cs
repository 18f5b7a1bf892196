namespace Classroom.School.Runs;

/// <summary>How somebody who looks at a run stands to it.</summary>
/// <param name="IsManaged">It is her own or a student's of hers; otherwise it is only shown to her.</param>
/// <param name="Owner">The owner's name, where that is someone else whom she may know of.</param>
public sealed record RunStanding(bool IsManaged, string? Owner);
