namespace Classroom.School.Gradebook;

/// <summary>What came of an import.</summary>
/// <param name="Stored">So many marks were changed.</param>
/// <param name="Refused">Those that were not, and why not.</param>
public sealed record MarkImportResult(int Stored, IReadOnlyList<RefusedMark> Refused);
