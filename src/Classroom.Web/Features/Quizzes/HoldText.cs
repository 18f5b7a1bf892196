using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Quizzes;

/// <summary>When a student will see what is held back.</summary>
internal static class HoldText
{
    /// <param name="what">With a capital, such as "The right answers".</param>
    public static string Say(string what, Hold hold, SchoolCalendar calendar)
    {
        var verb = what.EndsWith('s') ? "are" : "is";
        return hold switch
        {
            { UntilUtc: { } until } => $"{what} {verb} shown here after {FriendlyDate.Moment(until, calendar.In(hold.TimeZone))}.",
            { UntilPosted: true } => $"{what} {verb} shown here once your teacher posts the marks.",
            _ => $"{what} {verb} not shown for this quiz.",
        };
    }
}
