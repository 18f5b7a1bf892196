namespace Classroom.School.Assignments;

/// <summary>What being late costs.</summary>
/// <param name="PercentPerDay">Of the score, for each day that has begun since it was due; 0 for nothing.</param>
/// <param name="FloorPercent">Of a perfect score: lateness alone takes nobody below it.</param>
public readonly record struct LatePolicy(int PercentPerDay, int FloorPercent)
{
    /// <summary>
    /// Days that have begun since it was due, 0 in time. A day is from a time to the same time on the next day's clocks, so it has 23 or
    /// 25 hours where the clocks change.
    /// </summary>
    public static int DaysLate(DateTime dueUtc, DateTime submittedUtc, SchoolCalendar calendar)
    {
        if (submittedUtc <= dueUtc)
        {
            return 0;
        }

        var (due, time) = (calendar.DayOf(dueUtc), TimeOnly.FromDateTime(calendar.Local(dueUtc)));
        var days = Math.Max(1, calendar.DaysBetween(dueUtc, submittedUtc) - 1);
        while (submittedUtc > calendar.At(due.AddDays(days), time))
        {
            days++;
        }

        return days;
    }

    /// <param name="score">0 to 1, as graded.</param>
    /// <param name="daysLate">From <see cref="DaysLate"/>.</param>
    /// <returns>0 to 1; never more than the score, and below the floor only where the score was.</returns>
    public double Apply(double score, int daysLate)
    {
        var left = score * Math.Max(0, 1 - (PercentPerDay / 100.0 * daysLate));
        return Math.Min(score, Math.Max(left, FloorPercent / 100.0));
    }
}
