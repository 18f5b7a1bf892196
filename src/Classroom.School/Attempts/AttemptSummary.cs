namespace Classroom.School.Attempts;

/// <summary>An attempt in a list.</summary>
/// <param name="Score">0 to 1; null until it is handed in, and while scores are held.</param>
/// <param name="IsEmpty">Nothing is answered; handed in like this, it counts for nothing.</param>
public sealed record AttemptSummary(
    int Id, string Slug, AttemptMode Mode, DateTime? SubmittedUtc, double? Score, bool IsEmpty);
