using System.Globalization;
using Classroom.School.Assignments;

namespace Classroom.School.Tests;

/// <summary>What is different for one student, and what lateness costs, where the clocks change and where they do not.</summary>
public sealed class AllowanceTests
{
    /// <summary>The clocks show the same time on the later day, however many hours lie between.</summary>
    [Theory]
    [InlineData("America/New_York", "2026-10-30 17:00", 3, "2026-11-02 17:00", 73)]
    [InlineData("America/New_York", "2026-03-06 17:00", 3, "2026-03-09 17:00", 71)]
    [InlineData("Europe/Berlin", "2026-10-23 23:59", 2, "2026-10-25 23:59", 49)]
    [InlineData("Europe/Berlin", "2026-03-27 08:00", 2, "2026-03-29 08:00", 47)]
    [InlineData("Asia/Kathmandu", "2026-10-23 08:45", 5, "2026-10-28 08:45", 120)]
    [InlineData("Pacific/Apia", "2011-12-29 12:00", 2, "2011-12-31 12:00", 24)]
    [InlineData("Pacific/Apia", "2026-04-03 23:30", 2, "2026-04-05 23:30", 48)]
    public void Extra_days_keep_the_time_of_day(string zone, string due, int days, string expected, int hours)
    {
        var calendar = In(zone);
        var assignment = Due(calendar, due) with { ClosesUtc = At(calendar, due) };

        var mine = Allowance.For(assignment, own: null, new Accommodation { ExtraDays = days }, calendar);

        Assert.Equal(expected, Local(calendar, mine.DueUtc));
        Assert.Equal(mine.DueUtc, mine.ClosesUtc);
        Assert.Equal(hours, (mine.DueUtc - assignment.DueUtc).TotalHours);
    }

    [Theory]
    [InlineData("America/New_York", "2026-10-31 12:00", "2026-11-01 11:59", 1)]
    [InlineData("America/New_York", "2026-10-31 12:00", "2026-11-01 12:00", 1)]
    [InlineData("America/New_York", "2026-10-31 12:00", "2026-11-01 12:01", 2)]
    [InlineData("Europe/Berlin", "2026-03-28 23:59", "2026-03-29 23:59", 1)]
    [InlineData("Europe/Berlin", "2026-03-28 23:59", "2026-03-30 00:00", 2)]
    [InlineData("Asia/Kathmandu", "2026-05-01 00:15", "2026-05-01 00:16", 1)]
    [InlineData("Asia/Kathmandu", "2026-05-01 00:15", "2026-05-01 00:15", 0)]
    [InlineData("Pacific/Apia", "2011-12-29 12:00", "2011-12-31 11:00", 1)]
    public void A_day_late_ends_at_the_same_time_on_the_next_day(string zone, string due, string submitted, int days)
    {
        var calendar = In(zone);

        Assert.Equal(days, LatePolicy.DaysLate(At(calendar, due), At(calendar, submitted), calendar));
    }

    [Theory]
    [InlineData(0.9, 0, 0.9)]
    [InlineData(0.9, 1, 0.81)]
    [InlineData(0.9, 3, 0.63)]
    [InlineData(0.9, 9, 0.4)]
    [InlineData(0.3, 9, 0.3)]
    public void Lateness_costs_a_share_a_day_and_takes_nobody_below_the_floor(double score, int days, double expected) =>
        Assert.Equal(expected, new LatePolicy(10, 40).Apply(score, days), 9);

    [Fact]
    public void Late_work_costs_nothing_without_a_policy() => Assert.Equal(0.7, default(LatePolicy).Apply(0.7, 30));

    [Fact]
    public void Time_is_multiplied_and_rounded_up_to_whole_minutes()
    {
        var assignment = Due(In("America/New_York"), "2026-05-01 12:00") with { Minutes = 25 };

        Assert.Equal(25, Allowance.For(assignment, null, null, In("America/New_York")).Minutes);
        Assert.Equal(38, Allowance.For(assignment, null, new Accommodation { TimeFactor = 1.5 }, In("America/New_York")).Minutes);
    }

    [Fact]
    public void A_later_date_of_her_own_wins_over_extra_days_and_moves_closing_with_it()
    {
        var calendar = In("Europe/Berlin");
        var due = At(calendar, "2026-05-01 12:00");
        var assignment = Due(calendar, "2026-05-01 12:00") with { ClosesUtc = due.AddDays(2), AttemptsAllowed = 2 };
        var extra = new Accommodation { ExtraDays = 1, ExtraAttempts = 1 };

        var later = Allowance.For(assignment, new AssignmentStudent { DueUtc = due.AddDays(7), AttemptsAllowed = 4 }, extra, calendar);
        var earlier = Allowance.For(assignment, new AssignmentStudent { DueUtc = due.AddDays(-1) }, null, calendar);
        var closing = Allowance.For(assignment, new AssignmentStudent { ClosesUtc = due.AddHours(1) }, extra, calendar);

        Assert.Equal((due.AddDays(7), due.AddDays(9), 5), (later.DueUtc, later.ClosesUtc, later.Attempts));
        Assert.Equal((due.AddDays(-1), due.AddDays(2)), (earlier.DueUtc, earlier.ClosesUtc));
        Assert.Equal((due.AddDays(1), due.AddDays(1)), (closing.DueUtc, closing.ClosesUtc));
    }

    [Fact]
    public void An_attempt_ends_when_its_time_is_up_or_the_assignment_closes_whichever_is_first()
    {
        var start = new DateTime(2026, 5, 1, 10, 0, 0, DateTimeKind.Utc);

        Assert.Null(new Allowance(start, null, null, null).EndsUtc(start));
        Assert.Equal(start.AddMinutes(40), new Allowance(start, null, null, 40).EndsUtc(start));
        Assert.Equal(start.AddMinutes(30), new Allowance(start, start.AddMinutes(30), null, 40).EndsUtc(start));
        Assert.Equal(start.AddMinutes(40), new Allowance(start, start.AddMinutes(50), null, 40).EndsUtc(start));
        Assert.Equal(start.AddMinutes(50), new Allowance(start, start.AddMinutes(50), null, null).EndsUtc(start));
    }

    private static SchoolCalendar In(string zone) => new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static AssignmentDetails Due(SchoolCalendar calendar, string local) =>
        new(1, "batch", AssignmentKind.Quiz, CountedAttempt.Best, At(calendar, local)) { ClassId = 1 };

    private static DateTime At(SchoolCalendar calendar, string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return calendar.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
    }

    private static string Local(SchoolCalendar calendar, DateTime utc) =>
        calendar.Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
