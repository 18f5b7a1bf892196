using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.SignInCards;

/// <summary>
/// The first secret of a student, until it has been printed: at most one for each person, and gone once she has a password of her own.
/// </summary>
public sealed class SignInCard
{
    public int Id { get; init; }

    public int UserId { get; init; }

    public required int ClassId { get; init; }

    /// <summary>The password, encrypted by <see cref="CardSecrets"/>.</summary>
    public required string ProtectedSecret { get; init; }

    public required DateTime MadeUtc { get; init; }

    /// <summary>Null once that person is gone.</summary>
    public int? MadeById { get; init; }

    public User User { get; init; } = null!;

    public SchoolClass Class { get; init; } = null!;
}
