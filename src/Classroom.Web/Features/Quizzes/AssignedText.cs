using Classroom.Naming;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Quizzes;

/// <summary>What a student should know of an assignment before she starts its quiz.</summary>
internal static class AssignedText
{
    /// <summary>"For 7b: due tomorrow at 3:00 PM, 1 attempt left. You have 60 minutes, extended from 40."</summary>
    public static string Say(DueAssignment due, SchoolCalendar calendar)
    {
        var parts = new List<string> { FriendlyDate.Due(due.Assignment.DueUtc, calendar) };
        if (due.Assignment.ClosesUtc is { } closes)
        {
            parts.Add($"{(closes <= calendar.NowUtc ? "closed" : "closes")} {FriendlyDate.Moment(closes, calendar)}");
        }

        if (due.AttemptsLeft is { } left)
        {
            parts.Add($"{Counted.Format(left, "attempt")} left");
        }

        return $"For {due.ClassName}: {string.Join(", ", parts)}.{Time(due.Assignment)}";
    }

    private static string Time(AssignmentDetails assignment) => assignment.Minutes is not { } minutes
        ? ""
        : assignment.MinutesOfClass is { } ofClass && ofClass != minutes
            ? $" You have {Counted.Format(minutes, "minute")}, extended from {ofClass}. The clock keeps running when you leave the page."
            : $" You have {Counted.Format(minutes, "minute")}. The clock keeps running when you leave the page.";
}
