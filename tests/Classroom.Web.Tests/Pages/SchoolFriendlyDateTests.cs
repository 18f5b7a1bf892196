using Classroom.Web.Shared;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolFriendlyDateTests
{
    private static readonly DateTime now = new(2026, 11, 23, 14, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-24T23:59:59", "Tue 24 Nov")]
    [InlineData("2027-01-02T00:00:00", "Sat 2 Jan 2027")]
    public void A_day_names_its_year_only_where_it_is_another(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Day(Utc(utc), now));

    [Theory]
    [InlineData("2026-11-23T23:59:59", "due today")]
    [InlineData("2026-11-23T14:29:59", "overdue since today")]
    [InlineData("2026-11-24T00:00:00", "due tomorrow")]
    [InlineData("2026-11-26T23:59:59", "due in 3 days")]
    [InlineData("2026-11-22T23:59:59", "overdue since yesterday")]
    [InlineData("2026-11-13T00:00:00", "overdue by 10 days")]
    public void A_due_date_counts_days_of_the_calendar(string due, string expected) =>
        Assert.Equal(expected, FriendlyDate.Due(Utc(due), now));

    [Theory]
    [InlineData("2026-11-23T14:29:30", "just now")]
    [InlineData("2026-11-23T14:30:05", "just now")]
    [InlineData("2026-11-23T14:29:00", "1 minute ago")]
    [InlineData("2026-11-23T13:31:00", "59 minutes ago")]
    [InlineData("2026-11-23T00:30:00", "14 hours ago")]
    [InlineData("2026-11-22T23:00:00", "yesterday")]
    [InlineData("2026-11-17T09:00:00", "6 days ago")]
    [InlineData("2026-11-16T09:00:00", "Mon 16 Nov")]
    public void What_is_past_is_told_as_people_say_it(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Ago(Utc(utc), now));

    [Theory]
    [InlineData("2026-11-23T14:30:20", "in a moment")]
    [InlineData("2026-11-23T14:29:00", "in a moment")]
    [InlineData("2026-11-23T14:31:00", "in 1 minute")]
    [InlineData("2026-11-23T14:40:00", "in 10 minutes")]
    [InlineData("2026-11-23T17:00:00", "in 2 hours")]
    [InlineData("2026-11-24T14:30:00", "tomorrow")]
    [InlineData("2026-11-26T14:30:00", "on Thursday")]
    [InlineData("2026-11-30T14:30:00", "on Mon 30 Nov")]
    [InlineData("2027-01-30T14:30:00", "on Sat 30 Jan 2027")]
    public void What_is_to_come_is_told_as_people_say_it(string utc, string expected) =>
        Assert.Equal(expected, FriendlyDate.Coming(Utc(utc), now));

    [Fact]
    public void A_date_input_means_the_end_of_its_day_in_utc()
    {
        var due = FriendlyDate.EndOfDay("2026-11-24");
        Assert.Equal(Utc("2026-11-24T23:59:59"), due);
        Assert.Equal(DateTimeKind.Utc, due!.Value.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24.11.2026")]
    [InlineData("2026-02-30")]
    public void Anything_but_a_date_is_no_due_date(string? typed) => Assert.Null(FriendlyDate.EndOfDay(typed));

    [Theory]
    [InlineData(1, "100%")]
    [InlineData(0.996, "99%")]
    [InlineData(0.855, "86%")]
    [InlineData(0, "0%")]
    public void Only_all_is_a_hundred_percent(double share, string expected) => Assert.Equal(expected, Percent.Of(share));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text), DateTimeKind.Utc);
}
