namespace Classroom.School.Assignments;

/// <summary>The one place that decides where a student's list has an assignment.</summary>
public static class DueStages
{
    /// <summary>For so many days of the calendar what was missed, and what is done, stays in sight.</summary>
    public const int DaysInSight = 14;

    /// <param name="calendar">The school's; days are those of the assignment's class.</param>
    public static DueStage Of(DueAssignment due, SchoolCalendar calendar)
    {
        var (assignment, clocks) = (due.Assignment, calendar.In(due.Assignment.TimeZone));
        return due.IsDone
            ? IsInSight(assignment.DueUtc) ? DueStage.Done : DueStage.Past
            : assignment.ClosesUtc is { } closes && closes <= clocks.NowUtc
            ? IsInSight(closes) ? DueStage.Missed : DueStage.Past
            : assignment.DueUtc < clocks.NowUtc ? DueStage.Overdue
            : DueStage.ToDo;

        bool IsInSight(DateTime utc) => clocks.DaysBetween(utc, clocks.NowUtc) <= DaysInSight;
    }
}
