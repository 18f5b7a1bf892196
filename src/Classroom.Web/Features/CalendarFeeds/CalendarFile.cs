using System.Security.Cryptography;
using System.Text;
using Classroom.Naming;
using Classroom.School.CalendarFeeds;
using Classroom.Web.Shared;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Classroom.Web.Features.CalendarFeeds;

/// <summary>A feed as calendar programs read it (iCalendar, RFC 5545).</summary>
public static class CalendarFile
{
    /// <param name="content">What is in it.</param>
    /// <param name="curriculum">Where an assignment without a title has its name from.</param>
    /// <param name="site">Where the school is: scheme, host and base path.</param>
    public static byte[] Write(CalendarContent content, Curriculum.Curriculum curriculum, string site)
    {
        var calendar = new Calendar { ProductId = "-//Classroom//Due dates//EN" };
        calendar.AddProperty("X-WR-CALNAME", "Classroom");
        // How often a program should look; one for Outlook, one for the others.
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        var refresh = new CalendarProperty("REFRESH-INTERVAL", "PT1H");
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);
        calendar.Events.AddRange(content.Entries.Select(entry => ToEvent(entry, content.ChangedUtc, curriculum, site)));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalendarEvent ToEvent(CalendarEntry entry, DateTime changedUtc, Curriculum.Curriculum curriculum, string site)
    {
        var assignment = entry.Assignment;
        var name = $"{AssignmentName.For(assignment, curriculum)} ({AssignmentName.Kind(assignment.Kind).ToLowerInvariant()})";
        var address = site + (entry.ClassName is null
            ? AssignmentName.Address(assignment)
            : $"/classes/{assignment.ClassId}/assignments/{assignment.Id}");
        return new CalendarEvent
        {
            Uid = UidOf(entry),
            // Other programs have other ideas of what to do with a character that nobody can see.
            Summary = NameText.Shown(entry.ClassName is { } className ? $"Due in {className}: {name}" : $"Due: {name}"),
            Description = address,
            Url = new Uri(address),
            // A moment, which takes no time of anybody's day.
            Start = new CalDateTime(assignment.DueUtc),
            Transparency = TransparencyType.Transparent,
            Created = new CalDateTime(entry.CreatedUtc),
            LastModified = new CalDateTime(changedUtc),
            DtStamp = new CalDateTime(changedUtc),
            Sequence = entry.Revision,
        };
    }

    /// <summary>The same for as long as there is the assignment, whatever the site is called, and in no other school.</summary>
    private static string UidOf(CalendarEntry entry)
    {
        var text = FormattableString.Invariant($"classroom assignment {entry.Assignment.Id} of {entry.CreatedUtc:O}");
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
    }
}
