namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>A table as it was read from a file.</summary>
/// <param name="Lines">The head is the first.</param>
public sealed record MarkSheet(IReadOnlyList<MarkSheetLine> Lines);
