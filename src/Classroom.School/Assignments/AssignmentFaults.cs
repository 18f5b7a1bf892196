using Classroom.Naming;

namespace Classroom.School.Assignments;

/// <summary>What can be wrong with an assignment, each fault with its field.</summary>
internal static class AssignmentFaults
{
    /// <param name="wanted">As the teacher has typed it.</param>
    /// <param name="calendar">Whose clocks show the times of the messages.</param>
    /// <param name="isNew">A new one that is due already is a slip of the finger; a later change of the date may be meant.</param>
    public static List<Fault> Find(AssignmentSettings wanted, SchoolCalendar calendar, bool isNew)
    {
        List<Fault> faults = [.. wanted.Unread, .. FindInDates(wanted, calendar, isNew)];
        if (wanted.Title?.Trim() is { Length: > 0 } title)
        {
            if (title.Length > Assignment.LongestTitle)
            {
                faults.Add(new("title", $"The title has {title.Length} characters; at most {Assignment.LongestTitle} fit."));
            }
            else if (NameText.Fault(title) is { } unseen)
            {
                faults.Add(new("title", unseen));
            }
        }

        if (!Enum.IsDefined(wanted.Counts))
        {
            faults.Add(new("counts", "Choose which attempt counts: the best, the last, the first, or the mean of all."));
        }

        if (wanted.Points is < 0 or > Assignment.MostPoints)
        {
            faults.Add(new("points", $"Give a whole number of points from 0 to {Assignment.MostPoints}."));
        }

        if (wanted.AttemptsAllowed is < 1 or > Assignment.MostAttempts)
        {
            faults.Add(new(
                "attempts", $"Give a whole number of attempts from 1 to {Assignment.MostAttempts}, or nothing for as many as they like."));
        }

        if (wanted.Minutes is < 1 or > Assignment.MostMinutes)
        {
            faults.Add(new(
                "minutes", $"Give a whole number of minutes from 1 to {Assignment.MostMinutes}, or nothing for no time limit."));
        }

        if (wanted.Late is { PercentPerDay: < 0 or > 100 })
        {
            faults.Add(new("late", "Give what each day late costs as a whole percentage from 0 to 100."));
        }

        if (wanted.Late is { FloorPercent: < 0 or > 100 })
        {
            faults.Add(new("lateFloor", "Give the lowest score that lateness leaves as a whole percentage from 0 to 100."));
        }

        if (!Enum.IsDefined(wanted.ScoresFrom) || wanted.ScoresFrom == Release.Never)
        {
            faults.Add(new("scoresFrom", "Choose when students see their scores: at once, after it is due, or when you post the marks."));
        }

        if (!Enum.IsDefined(wanted.AnswersFrom))
        {
            faults.Add(new(
                "answersFrom", "Choose when students see the right answers: at once, after it is due, when you post the marks, or never."));
        }

        return faults;
    }

    private static List<Fault> FindInDates(AssignmentSettings wanted, SchoolCalendar calendar, bool isNew)
    {
        var faults = new List<Fault>();
        foreach (var (field, name, utc) in new[]
        {
            ("opens", "opening", wanted.OpensUtc), ("due", "due", wanted.DueUtc), ("closes", "closing", wanted.ClosesUtc),
        })
        {
            if (utc is { Kind: not DateTimeKind.Utc })
            {
                faults.Add(new(field, $"The {name} date must be given in UTC."));
            }
        }

        if (wanted.DueUtc is not { } dueUtc)
        {
            faults.Add(new("due", "Give the day it is due, for example 2026-11-24, and the time as hours and minutes or not at all."));
            return faults;
        }

        if (isNew && dueUtc < calendar.NowUtc && dueUtc.Kind == DateTimeKind.Utc)
        {
            faults.Add(new("due", $"{calendar.Say(dueUtc)} is in the past. Choose a later time."));
        }

        if (wanted.OpensUtc >= dueUtc)
        {
            faults.Add(new("opens", "It must open before it is due."));
        }

        if (wanted.ClosesUtc < dueUtc)
        {
            faults.Add(new("closes", "It cannot close before it is due."));
        }

        return faults;
    }
}
