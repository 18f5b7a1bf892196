namespace Classroom.School.Assignments;

/// <summary>A student may not see this yet.</summary>
/// <param name="UntilUtc">Then she may; null where no date decides.</param>
/// <param name="UntilPosted">She may once the teacher posts the marks. With no date and not this, she never may.</param>
public sealed record Hold(DateTime? UntilUtc, bool UntilPosted)
{
    /// <summary>By which the date is meant: an IANA name, or null for the school's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Of two holds the one that lasts longer: a date ends, marks will be posted, never is never.</summary>
    internal static Hold? Longer(Hold? one, Hold? other)
    {
        return Rank(other).CompareTo(Rank(one)) > 0 ? other : one;

        static (int Kind, DateTime? Until) Rank(Hold? hold) => hold switch
        {
            null => (0, null),
            { UntilUtc: { } until } => (1, until),
            { UntilPosted: true } => (2, null),
            _ => (3, null),
        };
    }
}
