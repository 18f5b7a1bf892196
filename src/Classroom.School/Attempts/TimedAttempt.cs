namespace Classroom.School.Attempts;

/// <summary>A student's attempt as her teacher lists it.</summary>
/// <param name="SubmittedUtc">Null while it is open.</param>
/// <param name="EndsUtc">When it ends by itself; null for never.</param>
/// <param name="Score">0 to 1; null until submitted.</param>
public sealed record TimedAttempt(
    int Id, string Slug, DateTime StartedUtc, DateTime? SubmittedUtc, DateTime? EndsUtc, double? Score, int Answered, int Questions)
{
    /// <summary>From the first look to handing in, breaks included; null while it is open.</summary>
    public TimeSpan? Taken => SubmittedUtc - StartedUtc;
}
