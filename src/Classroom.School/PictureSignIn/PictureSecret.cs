using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.PictureSignIn;

/// <summary>The pictures of a student in one class, and how often somebody has chosen wrong ones.</summary>
public sealed class PictureSecret
{
    internal const int LongestHash = 200;

    public int Id { get; init; }

    public required int ClassId { get; init; }

    public required int UserId { get; init; }

    /// <summary>Salted, as a password's.</summary>
    public required string Hash { get; init; }

    public required DateTime MadeUtc { get; init; }

    /// <summary>Since the last right ones. Counted before it is known whether a try is right.</summary>
    public int WrongInARow { get; private set; }

    public DateTime? PausedUntilUtc { get; private set; }

    public SchoolClass Class { get; init; } = null!;

    public User User { get; init; } = null!;
}
