using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Review;

/// <summary>What came of a turn.</summary>
/// <param name="Response">What was answered; null for "I do not know".</param>
/// <param name="WasAnsweredBefore">The turn had been answered already, perhaps in another tab: that answer counts, and this is it.</param>
public sealed record ReviewResult(Response? Response, double Score, ReviewRating Rating, DateTime DueUtc, bool WasAnsweredBefore);
