namespace Classroom.School.SignInCards;

/// <summary>The cards of a class that are still to be printed, by name.</summary>
public sealed record ClassCards(string ClassName, bool IsArchived, IReadOnlyList<CardDetails> Cards)
{
    /// <summary>Of the page where its students sign in with pictures; null where they do not.</summary>
    public string? PictureCode { get; init; }
}
