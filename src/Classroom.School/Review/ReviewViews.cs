using Classroom.Curriculum.Quizzes;

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

/// <param name="Due">Questions of this term that can be asked now.</param>
/// <param name="NextUtc">When the first of the others can be asked; null where there is none.</param>
public sealed record TermReviews(string Slug, int Due, DateTime? NextUtc);

/// <summary>A question to be asked again, arranged anew for this turn; a reload arranges it the same.</summary>
/// <param name="Turn">Which turn of the card this is, from 0: it counts once.</param>
public sealed record ReviewTask(string Slug, PlannedQuestion Planned, int Turn, bool HintUsed)
{
    public Question Question => Planned.Question;
}

/// <summary>What came of a turn.</summary>
/// <param name="Response">What was answered; null for "I do not know".</param>
/// <param name="WasAnsweredBefore">The turn had been answered already, perhaps in another tab: that answer counts, and this is it.</param>
public sealed record ReviewResult(Response? Response, double Score, ReviewRating Rating, DateTime DueUtc, bool WasAnsweredBefore);
