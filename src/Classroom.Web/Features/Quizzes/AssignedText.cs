using Classroom.Naming;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Quizzes;

/// <summary>What a student should know of an assignment before she starts its quiz.</summary>
internal static class AssignedText
{
    /// <summary>" for 7b", or " for 7b: Second try" where the class has several of them.</summary>
    public static string? For(DueAssignment? due, IReadOnlyList<DueAssignment> all) => due is null ? null
        : all.Count(other => other.Assignment.ClassId == due.Assignment.ClassId) > 1 && due.Assignment.Title is { } title
            ? $" for {due.ClassName}: {title}"
            : $" for {due.ClassName}";

    /// <summary>"For 7b: due tomorrow at 3:00 PM, 1 attempt left. You have 60 minutes, extended from 40."</summary>
    public static string Say(DueAssignment due, SchoolCalendar calendar)
    {
        calendar = calendar.In(due.Assignment.TimeZone);
        var parts = new List<string> { FriendlyDate.Due(due.Assignment.DueUtc, calendar) };
        if (due.Assignment.ClosesUtc is { } closes)
        {
            parts.Add($"{(closes <= calendar.NowUtc ? "closed" : "closes")} {FriendlyDate.Moment(closes, calendar)}");
        }

        if (due.Assignment.OpensUtc is { } opens && opens > calendar.NowUtc)
        {
            parts.Add($"opens {FriendlyDate.Moment(opens, calendar)}");
        }

        if (due.AttemptsLeft is { } left)
        {
            parts.Add(left == 0 ? "no attempts left" : $"{Counted.Format(left, "attempt")} left");
        }

        var title = due.Assignment.Title is { } named ? $" ({named})" : "";
        var first = due.Unmet is { } unmet ? $" {unmet.Message}" : "";
        return $"For {due.ClassName}{title}: {string.Join(", ", parts)}.{first}{Time(due.Assignment)}";
    }

    private static string Time(AssignmentDetails assignment)
    {
        if (assignment.Minutes is not { } minutes)
        {
            return "";
        }

        var extended = assignment.MinutesOfClass is { } ofClass && ofClass != minutes ? $", extended from {ofClass}" : "";
        var used = assignment.AttemptsAllowed is null ? "" : " and the attempt counts even if you answer nothing";
        return $" You have {Counted.Format(minutes, "minute")}{extended}. The clock keeps running when you leave the page{used}.";
    }
}
