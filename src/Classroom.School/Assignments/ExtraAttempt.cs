using System.Globalization;
using Classroom.School.Audit;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>One more attempt at an assignment for one student.</summary>
internal static class ExtraAttempt
{
    /// <summary>
    /// Adds it to what is saved next, with its audit entry; nothing to do where a student may try as often as she likes. The caller has
    /// locked the student, and knows that the actor may do this.
    /// </summary>
    /// <param name="db">The context of the caller's transaction.</param>
    /// <param name="actor">Who allows it.</param>
    /// <param name="calendar">Tells the time.</param>
    /// <param name="clock">Dates the audit entry.</param>
    /// <param name="assignment">With its class.</param>
    /// <param name="student">With her user name.</param>
    /// <param name="handedIn">Her attempts that count.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>Why she could not begin another one.</returns>
    public static async Task<string?> AllowAsync(
        ClassroomDbContext db,
        Actor actor,
        SchoolCalendar calendar,
        TimeProvider clock,
        Assignment assignment,
        (int Id, string UserName) student,
        int handedIn,
        CancellationToken cancellationToken)
    {
        var details = AssignmentDetails.From(assignment);
        if (!details.HasQuiz)
        {
            return "An experiment can be done as often as one likes. Write the note without another attempt.";
        }

        var allowances = await Allowances.ReadAsync(db, db.Users.Where(user => user.Id == student.Id), calendar, cancellationToken);
        var mine = allowances.For(student.Id, details);
        if (!mine.IsGiven)
        {
            return "This student does not have the assignment. Write the note without another attempt.";
        }

        if (mine.ClosesUtc <= calendar.NowUtc)
        {
            return $"The assignment closed for this student on {calendar.Say(mine.ClosesUtc.Value)}. "
                + "Give the student a later closing date first.";
        }

        if (mine.Attempts is not { } allowed)
        {
            return null;
        }

        var own = await db.AssignmentStudents
            .SingleOrDefaultAsync(other => other.AssignmentId == assignment.Id && other.UserId == student.Id, cancellationToken);
        var everywhere = allowed - (own?.AttemptsAllowed ?? assignment.AttemptsAllowed ?? 0);
        var wanted = Math.Max(allowed, handedIn) + 1 - everywhere;
        if (wanted > Assignment.MostAttempts)
        {
            return $"A student can have at most {Assignment.MostAttempts} attempts, and this one has them all.";
        }

        var isNew = own is null;
        own ??= db.AssignmentStudents.Add(new() { AssignmentId = assignment.Id, UserId = student.Id }).Entity;
        var before = AssignmentStudentService.Dates(own);
        own.AttemptsAllowed = wanted;
        own.Version += isNew ? 1 : 0;
        db.Record(
            actor,
            clock,
            AuditAction.ExceptionChanged,
            student.UserName,
            string.Create(
                CultureInfo.InvariantCulture,
                $"in assignment #{assignment.Id} of {assignment.Class.Name}: {before} to {AssignmentStudentService.Dates(own)}"));
        return null;
    }
}
