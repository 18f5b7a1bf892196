namespace Classroom.School.Audit;

/// <summary>
/// Who did what to whom, written in the transaction of the act. Subjects are kept as text, so that an entry
/// still reads when the person or the class is gone.
/// </summary>
public sealed class AuditEntry
{
    public const int LongestDetail = 1000;

    public int Id { get; init; }

    public required DateTime WhenUtc { get; init; }

    /// <summary>Null for an act from the command line of the server.</summary>
    public int? ActorId { get; init; }

    public required AuditAction Action { get; init; }

    public required string Subject { get; init; }

    public string? Detail { get; init; }
}
