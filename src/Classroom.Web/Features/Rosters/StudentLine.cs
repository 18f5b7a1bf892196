namespace Classroom.Web.Features.Rosters;

/// <summary>A line of a pasted list.</summary>
/// <param name="Line">Its number, as an editor counts.</param>
/// <param name="UserName">Null where the list has none.</param>
/// <param name="Note">What is to be asked about how it was read.</param>
public sealed record StudentLine(int Line, string Name, string? UserName = null, string? Note = null);
