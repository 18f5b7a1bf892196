using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.SignInCards;

/// <summary>
/// A new password or new pictures of a student, until they have been printed: at most one card for each class and person. A password is
/// gone from it once she has another, and pictures once they are void.
/// </summary>
public sealed class SignInCard
{
    public int Id { get; init; }

    public int UserId { get; init; }

    public required int ClassId { get; init; }

    /// <summary>The password, encrypted by <see cref="CardSecrets"/>; null where the card has pictures only.</summary>
    public string? ProtectedSecret { get; set; }

    /// <summary>The pictures, encrypted in the same way; null where the card has a password only.</summary>
    public string? ProtectedPictures { get; set; }

    public required DateTime MadeUtc { get; init; }

    /// <summary>Null once that person is gone.</summary>
    public int? MadeById { get; init; }

    public User User { get; init; } = null!;

    public SchoolClass Class { get; init; } = null!;
}
