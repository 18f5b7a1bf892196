using Classroom.School.People;

namespace Classroom.School.CalendarFeeds;

/// <summary>
/// The secret address at which a calendar program reads when a person's assignments are due; at most one for each person.
/// </summary>
public sealed class CalendarFeed
{
    public required int UserId { get; init; }

    public User User { get; init; } = null!;

    /// <summary>By which a call finds its feed.</summary>
    public required string AddressHash { get; set; }

    /// <summary>Encrypted, because its person must be able to read the address again.</summary>
    public required string ProtectedSecret { get; set; }

    public required DateTime MadeUtc { get; set; }

    /// <summary>Of what was in it when it was last read; null where nobody has read it.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>When it was first read with what is in it now.</summary>
    public required DateTime ChangedUtc { get; set; }
}
