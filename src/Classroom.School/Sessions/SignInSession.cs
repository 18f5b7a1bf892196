using Classroom.School.People;

namespace Classroom.School.Sessions;

/// <summary>
/// One sign-in of one person in one browser, from signing in to signing out. Its cookie carries the id; stored is only the id's hash.
/// </summary>
public sealed class SignInSession
{
    public int Id { get; init; }

    public required string IdHash { get; init; }

    public required int UserId { get; init; }

    public User User { get; init; } = null!;

    public required DateTime CreatedUtc { get; init; }

    /// <summary>Coarse: at most <see cref="SessionService.SeenEvery"/> behind.</summary>
    public required DateTime LastSeenUtc { get; set; }

    /// <summary>Null while the session is live.</summary>
    public DateTime? EndedUtc { get; set; }
}
