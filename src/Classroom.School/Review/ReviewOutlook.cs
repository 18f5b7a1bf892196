namespace Classroom.School.Review;

/// <summary>What a student has to review.</summary>
/// <param name="Terms">Of each term with cards, in the curriculum's order.</param>
public sealed record ReviewOutlook(IReadOnlyList<TermReviews> Terms)
{
    /// <summary>Questions that can be asked now.</summary>
    public int Due => Terms.Sum(term => term.Due);

    /// <summary>When the first of the others can be asked; null where there is none.</summary>
    public DateTime? NextUtc => Terms.Min(term => term.NextUtc);

    /// <summary>Nothing was ever answered wrongly.</summary>
    public bool IsEmpty => Terms.Count == 0;

    public TermReviews? Find(string slug) => Terms.FirstOrDefault(term => term.Slug == slug);
}
