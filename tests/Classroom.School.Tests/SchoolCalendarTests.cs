namespace Classroom.School.Tests;

public sealed class SchoolCalendarTests
{
    private const int FirstYear = 2021;
    private const int LastYear = 2030;

    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Fact]
    public void A_day_begins_at_the_schools_midnight_in_every_time_zone_and_every_day_of_ten_years()
    {
        var zones = TimeZoneInfo.GetSystemTimeZones().DistinctBy(RulesOfTheseYears).ToList();
        Assert.InRange(zones.Count, 50, 1000);
        foreach (var zone in zones)
        {
            var calendar = In(zone);
            var start = calendar.StartOf(new DateOnly(FirstYear, 1, 1));
            for (var day = new DateOnly(FirstYear, 1, 1); day.Year <= LastYear; day = day.AddDays(1))
            {
                Assert.True(
                    calendar.DayOf(start) == day && calendar.DayOf(start.AddTicks(-1)) == day.AddDays(-1),
                    $"{zone.Id}: {day:yyyy-MM-dd} is said to begin at {start:O}.");
                start = calendar.StartOf(day.AddDays(1));
                var end = calendar.EndOf(day);
                Assert.True(
                    calendar.DayOf(end) == day && end.AddSeconds(1) == start, $"{zone.Id}: {day:yyyy-MM-dd} is said to end at {end:O}.");
            }
        }
    }

    [Fact]
    public void A_day_has_23_or_25_hours_where_the_clocks_change()
    {
        var calendar = In(Chicago);

        Assert.Equal(TimeSpan.FromHours(23), LengthOf(calendar, new DateOnly(2026, 3, 8)));
        Assert.Equal(TimeSpan.FromHours(24), LengthOf(calendar, new DateOnly(2026, 3, 9)));
        Assert.Equal(TimeSpan.FromHours(25), LengthOf(calendar, new DateOnly(2026, 11, 1)));
    }

    [Theory]
    [InlineData("2026-03-07", "15:00", "2026-03-07T21:00:00")]
    [InlineData("2026-03-08", "15:00", "2026-03-08T20:00:00")]
    // Skipped: the clocks go from 2:00 to 3:00.
    [InlineData("2026-03-08", "02:30", "2026-03-08T08:30:00")]
    // Shown twice: the second time counts.
    [InlineData("2026-11-01", "01:30", "2026-11-01T07:30:00")]
    [InlineData("2026-11-01", "15:00", "2026-11-01T21:00:00")]
    public void A_time_of_day_is_the_one_that_the_schools_clocks_show_that_day(string day, string time, string expected) =>
        Assert.Equal(Utc(expected), In(Chicago).At(DateOnly.Parse(day), TimeOnly.Parse(time)));

    [Theory]
    [InlineData("2026-11-24T05:59:59", "2026-11-23")]
    [InlineData("2026-11-24T06:00:00", "2026-11-24")]
    public void A_moment_belongs_to_the_schools_day(string utc, string day)
    {
        var calendar = In(Chicago, Utc(utc));

        Assert.Equal(DateOnly.Parse(day), calendar.DayOf(Utc(utc)));
        Assert.Equal(DateOnly.Parse(day), calendar.Today);
    }

    /// <summary>What tells a zone from others: many have had the same clocks for years.</summary>
    private static string RulesOfTheseYears(TimeZoneInfo zone) => string.Join('\n', zone.GetAdjustmentRules()
        .Where(rule => rule.DateEnd.Year >= FirstYear - 1 && rule.DateStart.Year <= LastYear + 1)
        .Select(rule =>
            $"{rule.DateStart:O} {rule.DateEnd:O} {rule.BaseUtcOffsetDelta} {rule.DaylightDelta} {Moment(rule.DaylightTransitionStart)} "
            + $"{Moment(rule.DaylightTransitionEnd)}")
        .Prepend($"{zone.BaseUtcOffset} {zone.SupportsDaylightSavingTime}"));

    private static string Moment(TimeZoneInfo.TransitionTime time) =>
        $"{time.IsFixedDateRule} {time.Month} {time.Week} {time.Day} {time.DayOfWeek} {time.TimeOfDay:O}";

    private static SchoolCalendar In(TimeZoneInfo zone, DateTime? now = null) =>
        new(new TestClock { Now = now ?? Utc("2026-11-24T12:00:00") }, zone);

    private static TimeSpan LengthOf(SchoolCalendar calendar, DateOnly day) => calendar.StartOf(day.AddDays(1)) - calendar.StartOf(day);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text), DateTimeKind.Utc);
}
