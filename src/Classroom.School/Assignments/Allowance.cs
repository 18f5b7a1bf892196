namespace Classroom.School.Assignments;

/// <summary>What one student may do for an assignment, and until when: the class's dates with all that is different for this student.</summary>
/// <param name="DueUtc">What is handed in later is late.</param>
/// <param name="ClosesUtc">Null for never; not before it is due.</param>
/// <param name="Attempts">Graded attempts; null for as many as she likes.</param>
/// <param name="Minutes">For one attempt, in whole minutes; null for no limit.</param>
public sealed record Allowance(DateTime DueUtc, DateTime? ClosesUtc, int? Attempts, int? Minutes)
{
    /// <summary>The student has this assignment.</summary>
    public bool IsGiven { get; init; } = true;

    public bool IsExcused { get; init; }

    /// <summary>An explicit date wins over the extra days that a student has everywhere, and closing never comes before it.</summary>
    public static Allowance For(AssignmentDetails assignment, AssignmentStudent? own, Accommodation? extra, SchoolCalendar calendar)
    {
        var clocks = calendar.In(assignment.TimeZone);
        var due = own?.DueUtc ?? Later(assignment.DueUtc);
        return new Allowance(
            due,
            Closing(),
            (own?.AttemptsAllowed ?? assignment.AttemptsAllowed) + (extra?.ExtraAttempts ?? 0),
            assignment.Minutes is { } minutes ? (int)Math.Ceiling(minutes * (extra?.TimeFactor ?? 1)) : null)
        {
            IsGiven = !assignment.IsForSome || own?.IsGiven == true,
            IsExcused = own?.IsExcused == true,
        };

        DateTime? Closing()
        {
            var closes = own?.ClosesUtc
                ?? (own?.DueUtc is { } date && date > assignment.DueUtc
                    ? assignment.ClosesUtc + (date - assignment.DueUtc)
                    : assignment.ClosesUtc is { } ofClass ? Later(ofClass) : null);
            return closes < due ? due : closes;
        }

        // The same time of day on a later day, also where the clocks change in between.
        DateTime Later(DateTime utc) => extra is not { ExtraDays: > 0 and var days }
            ? utc
            : clocks.At(clocks.DayOf(utc).AddDays(days), TimeOnly.FromDateTime(clocks.Local(utc)));
    }

    /// <summary>When an attempt ends by itself: its time is up, or the assignment closes. Null for never.</summary>
    public DateTime? EndsUtc(DateTime startedUtc)
    {
        DateTime? timeUp = Minutes is { } minutes ? startedUtc.AddMinutes(minutes) : null;
        return timeUp is null || ClosesUtc < timeUp ? ClosesUtc : timeUp;
    }
}
