namespace Classroom.School.Review;

/// <summary>What waits in the review for one term.</summary>
/// <param name="Due">Questions of this term that can be asked now.</param>
/// <param name="NextUtc">When the first of the others can be asked; null where there is none.</param>
public sealed record TermReviews(string Slug, int Due, DateTime? NextUtc);
