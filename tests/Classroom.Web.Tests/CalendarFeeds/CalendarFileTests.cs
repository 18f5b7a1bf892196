using System.Text;
using Classroom.School.Assignments;
using Classroom.School.CalendarFeeds;
using Classroom.Web.Features.CalendarFeeds;
using Ical.Net;

namespace Classroom.Web.Tests.CalendarFeeds;

public sealed class CalendarFileTests(ClassroomHost host)
{
    private static readonly DateTime Due = new(2026, 11, 24, 20, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Made = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Changed = new(2026, 11, 20, 9, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void An_event_has_all_that_a_calendar_program_wants()
    {
        var text = Write(Entry(3, "Fit"));

        foreach (var line in new[]
        {
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Classroom//Due dates//EN", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "DTSTART:20261124T200000Z", "DTSTAMP:20261120T093000Z", "LAST-MODIFIED:20261120T093000Z", "CREATED:20261101T080000Z",
            "SEQUENCE:4", "SUMMARY:Due: Fit (quiz)", "TRANSP:TRANSPARENT",
        })
        {
            Assert.Contains($"{line}\r\n", text);
        }

        Assert.DoesNotContain("DTEND", text);
    }

    [Fact]
    public void Whatever_a_title_holds_stays_within_its_line()
    {
        foreach (var title in new[]
        {
            "a;b,c\\d", "a\r\nBEGIN:VEVENT\r\nSUMMARY:b", "a\nb", "a\0\u0007\u001b\u2028\u2029\u0085\u202eb", "\"a\":b",
            "日本語のタイトル" + new string('語', 100), "END:VCALENDAR", "\\n\\,\\;",
        })
        {
            var text = Write(Entry(1, title), Entry(2, "Other") with { ClassName = title });
            var lines = text.Split("\r\n");

            Assert.Equal(2, lines.Count(line => line == "BEGIN:VEVENT"));
            Assert.Equal(2, lines.Count(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)));
            Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
            Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            var read = Calendar.Load(text)!.Events.Single(found => found.Summary!.StartsWith("Due:", StringComparison.Ordinal));
            Assert.Equal($"Due: {Naming.NameText.Shown(title)} (quiz)", read.Summary);
        }
    }

    [Fact]
    public void An_event_keeps_its_name_through_every_change_and_shares_it_with_none()
    {
        var first = Uid(Entry(3, "Fit"));

        Assert.Equal(first, Uid(Entry(3, "Other title") with { Revision = 9, ClassName = "7b" }));
        Assert.Equal(first, Uid(Entry(3, "Fit"), "https://elsewhere.example"));
        Assert.NotEqual(first, Uid(Entry(4, "Fit")));
        // Another school's third assignment.
        Assert.NotEqual(first, Uid(Entry(3, "Fit") with { CreatedUtc = Made.AddSeconds(1) }));
    }

    [Fact]
    public void The_same_content_is_the_same_file() => Assert.Equal(Write(Entry(3, "Fit")), Write(Entry(3, "Fit")));

    private static CalendarEntry Entry(int id, string title) => new(
        new AssignmentDetails(id, "overfitting", AssignmentKind.Quiz, CountedAttempt.Best, Due) { ClassId = 1, Title = title }, Made, 4);

    private string Write(params CalendarEntry[] entries) => Write("https://school.example", entries);

    private string Write(string site, params CalendarEntry[] entries) => Encoding.UTF8.GetString(
        CalendarFile.Write(new CalendarContent(entries, Changed), host.Get<Curriculum.Curriculum>(), site));

    private string Uid(CalendarEntry entry, string site = "https://school.example") =>
        Calendar.Load(Write(site, entry))!.Events.Single().Uid!;
}
