using Classroom.School;
using Classroom.Web.Shared;

namespace Classroom.Web.Tests.Pages;

/// <summary>The held clock stands at 14:30 UTC on November 23: 8:30 AM in Chicago, and for a school in UTC 2:30 PM.</summary>
public sealed class SchoolFriendlyDateTests
{
    private static readonly TimeZoneInfo ChicagoZone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
    private static readonly SchoolCalendar Calendar = new(new HeldClock(), TimeZoneInfo.Utc);
    private static readonly SchoolCalendar Chicago = new(new HeldClock(), ChicagoZone);

    [Theory]
    [InlineData("2026-11-24T23:59:59", "Tue, Nov 24")]
    [InlineData("2027-01-02T00:00:00", "Sat, Jan 2, 2027")]
    public void A_day_names_its_year_only_where_it_is_another(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Day(Utc(utc), Calendar));

    [Theory]
    [InlineData("2026-11-24T05:59:59", "Mon, Nov 23, 11:59 PM")]
    [InlineData("2026-11-24T21:00:00", "Tue, Nov 24, 3:00 PM")]
    [InlineData("2027-01-01T05:59:59", "Thu, Dec 31, 11:59 PM")]
    public void A_moment_is_told_by_the_schools_clocks(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Moment(Utc(utc), Chicago));

    [Theory]
    [InlineData("2026-11-23T23:59:59", "due today at 11:59 PM")]
    [InlineData("2026-11-23T14:29:59", "overdue since 2:29 PM")]
    [InlineData("2026-11-24T00:00:00", "due tomorrow at 12:00 AM")]
    [InlineData("2026-11-26T15:00:00", "due in 3 days at 3:00 PM")]
    [InlineData("2026-11-22T23:59:59", "overdue since yesterday")]
    [InlineData("2026-11-13T00:00:00", "overdue by 10 days")]
    public void A_due_date_counts_days_of_the_calendar_and_names_the_hour(string due, string expected) =>
        Assert.Equal(expected, FriendlyDate.Due(Utc(due), Calendar));

    [Theory]
    [InlineData("2026-11-24T05:59:59", "due today at 11:59 PM")]
    [InlineData("2026-11-24T06:00:00", "due tomorrow at 12:00 AM")]
    [InlineData("2026-11-23T14:00:00", "overdue since 8:00 AM")]
    [InlineData("2026-11-23T05:59:59", "overdue since yesterday")]
    public void What_is_due_today_or_overdue_since_yesterday_is_so_by_the_schools_day(string due, string expected) =>
        Assert.Equal(expected, FriendlyDate.Due(Utc(due), Chicago));

    [Theory]
    [InlineData("2026-11-23T14:29:30", "just now")]
    [InlineData("2026-11-23T14:30:05", "just now")]
    [InlineData("2026-11-23T14:29:00", "1 minute ago")]
    [InlineData("2026-11-23T13:31:00", "59 minutes ago")]
    [InlineData("2026-11-23T00:30:00", "14 hours ago")]
    [InlineData("2026-11-22T23:00:00", "yesterday")]
    [InlineData("2026-11-17T09:00:00", "6 days ago")]
    [InlineData("2026-11-16T09:00:00", "Mon, Nov 16")]
    public void What_is_past_is_told_as_people_say_it(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Ago(Utc(utc), Calendar));

    [Theory]
    [InlineData("2026-11-23T14:30:20", "in a moment")]
    [InlineData("2026-11-23T14:29:00", "in a moment")]
    [InlineData("2026-11-23T14:31:00", "in 1 minute")]
    [InlineData("2026-11-23T14:40:00", "in 10 minutes")]
    [InlineData("2026-11-23T17:00:00", "in 2 hours")]
    [InlineData("2026-11-24T14:30:00", "tomorrow")]
    [InlineData("2026-11-26T14:30:00", "on Thursday")]
    [InlineData("2026-11-30T14:30:00", "on Mon, Nov 30")]
    [InlineData("2027-01-30T14:30:00", "on Sat, Jan 30, 2027")]
    public void What_is_to_come_is_told_as_people_say_it(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Coming(Utc(utc), Calendar));

    [Theory]
    [InlineData("2026-11-24T05:00:00", "in 14 hours")]
    [InlineData("2026-11-24T06:00:00", "tomorrow")]
    [InlineData("2026-11-23T05:00:00", "yesterday")]
    public void Tomorrow_and_yesterday_are_the_schools(string utc, string expected) =>
        Assert.Equal(expected, expected == "yesterday" ? FriendlyDate.Ago(Utc(utc), Chicago) : FriendlyDate.Coming(Utc(utc), Chicago));

    [Fact]
    public void What_comes_at_the_start_of_tomorrow_comes_tomorrow_also_shortly_before_midnight()
    {
        var clock = new HeldClock();
        var late = new SchoolCalendar(clock, ChicagoZone);
        clock.Advance(Utc("2026-11-24T05:50:00") - late.NowUtc);

        Assert.Equal("tomorrow", FriendlyDate.Coming(Utc("2026-11-24T06:00:00"), late));
        Assert.Equal("in 12 minutes", FriendlyDate.Coming(Utc("2026-11-24T06:02:00"), late));
    }

    [Theory]
    [InlineData("2026-11-24", null, "2026-11-25T05:59:59")]
    [InlineData("2026-11-24", "", "2026-11-25T05:59:59")]
    [InlineData("2026-11-24", "15:00", "2026-11-24T21:00:00")]
    [InlineData("2026-11-24", "15:00:00", "2026-11-24T21:00:00")]
    [InlineData("2026-07-01", "15:00", "2026-07-01T20:00:00")]
    public void A_date_means_the_end_of_the_schools_day_and_with_a_time_that_time(string day, string? time, string expected)
    {
        var due = FriendlyDate.ReadDue(day, time, Chicago);
        Assert.Equal(Utc(expected), due);
        Assert.Equal(DateTimeKind.Utc, due!.Value.Kind);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "15:00")]
    [InlineData("24.11.2026", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("9999-12-31", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("2026-11-24", "25:00")]
    [InlineData("2026-11-24", "afternoon")]
    public void Anything_but_a_date_and_a_time_is_no_due_date(string? day, string? time) =>
        Assert.Null(FriendlyDate.ReadDue(day, time, Chicago));

    [Theory]
    [InlineData(1, "100%")]
    [InlineData(0.996, "99%")]
    [InlineData(0.855, "86%")]
    [InlineData(0, "0%")]
    public void Only_all_is_a_hundred_percent(double share, string expected) => Assert.Equal(expected, Percent.Format(share));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text), DateTimeKind.Utc);
}
