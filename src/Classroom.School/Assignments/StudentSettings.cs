namespace Classroom.School.Assignments;

/// <summary>What a teacher decides about an assignment for one student; what is left out is as for the class.</summary>
public sealed record StudentSettings
{
    public DateTime? DueUtc { get; init; }

    public DateTime? ClosesUtc { get; init; }

    /// <summary>In place of the number for the class.</summary>
    public int? AttemptsAllowed { get; init; }

    public bool IsExcused { get; init; }

    /// <summary>The mark, in place of the computed one; not negative.</summary>
    public double? Points { get; init; }

    /// <summary>Why that mark; wanted with <see cref="Points"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>For the student.</summary>
    public string? Comment { get; init; }

    /// <summary>What of the request could not be read, each fault with its field; named with all else that is wrong.</summary>
    public IReadOnlyList<Fault> Unread { get; init; } = [];
}
