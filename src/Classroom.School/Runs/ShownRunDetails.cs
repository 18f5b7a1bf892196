namespace Classroom.School.Runs;

/// <summary>A run in the list of those that are shown to a class.</summary>
/// <param name="Owner">Null where the reader may not know.</param>
/// <param name="ShownBy">Null once that person is gone.</param>
public sealed record ShownRunDetails(
    Guid RunId, string? Title, string? Slug, bool IsNamed, string? Owner, string? ShownBy, DateTime ShownUtc);
