namespace Classroom.Web.Features.Rosters;

/// <summary>A pasted list once it has been read.</summary>
/// <param name="Reading">How, in words; null for one name a line, which needs none.</param>
public sealed record RosterList(IReadOnlyList<StudentLine> Lines, string? Reading);
