namespace Classroom.Web.Features.Experiments;

/// <summary>What a check of an answer found.</summary>
/// <param name="IsRight">Null where the runs give no answer, so that any is accepted.</param>
/// <param name="Words">The answer in words, as it is kept.</param>
/// <param name="Feedback">What to say to her.</param>
public sealed record CheckedAnswer(bool? IsRight, string Words, string Feedback);
