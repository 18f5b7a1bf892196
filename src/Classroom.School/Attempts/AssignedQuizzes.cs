using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Which assignment a graded quiz is taken for.</summary>
internal static class AssignedQuizzes
{
    /// <summary>
    /// The one that a student would mean: not done yet before done, in time before late, due first. Null where nobody has assigned the
    /// quiz to her; refused where somebody has, and none of these takes another attempt now.
    /// </summary>
    public static async Task<Outcome<Chosen>> ChooseAsync(
        ClassroomDbContext db, Actor actor, string slug, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        var assigned = await db.Assignments.AsNoTracking()
            .GivenTo(actor.UserId)
            .Where(a => a.Slug == slug && a.Kind != AssignmentKind.Experiment)
            .ToListAsync(cancellationToken);
        if (assigned.Count == 0)
        {
            return new Chosen(null);
        }

        var ids = assigned.Select(a => a.Id).ToList();
        var handedIn = await db.Attempts
            .Where(attempt => attempt.UserId == actor.UserId && attempt.AssignmentId != null && ids.Contains(attempt.AssignmentId.Value))
            .ThatCount()
            .GroupBy(attempt => attempt.AssignmentId!.Value)
            .Select(attempts => new { Id = attempts.Key, Count = attempts.Count() })
            .ToDictionaryAsync(attempts => attempts.Id, attempts => attempts.Count, cancellationToken);
        var now = calendar.NowUtc;
        var chosen = assigned.Where(a => Refuse(a) is null)
            .OrderBy(a => handedIn.ContainsKey(a.Id)).ThenBy(a => a.DueUtc < now).ThenBy(a => a.DueUtc).ThenBy(a => a.Id)
            .FirstOrDefault();
        return chosen is not null ? new Chosen(chosen.Id) : Refuse(assigned.MaxBy(a => a.DueUtc)!)!;

        Refusal? Refuse(Assignment a) =>
            now < a.OpensUtc ? new Refusal.Conflict($"This quiz opens on {calendar.Say(a.OpensUtc.Value)}. Practice is open already.")
            : now >= a.ClosesUtc ? Closed(a.ClosesUtc.Value, calendar)
            : handedIn.GetValueOrDefault(a.Id) >= a.AttemptsAllowed
                ? new Refusal.Conflict(
                    $"You have handed in this quiz {(a.AttemptsAllowed == 1 ? "once" : $"{a.AttemptsAllowed} times")}, and that is all that "
                        + "your teacher allows. You can still practice.")
            : null;
    }

    public static Refusal.Conflict Closed(DateTime closesUtc, SchoolCalendar calendar) =>
        new($"This quiz closed on {calendar.Say(closesUtc)}. What you had answered by then was handed in. You can still practice.");

    /// <param name="AssignmentId">Null where the quiz is nobody's assignment.</param>
    internal sealed record Chosen(int? AssignmentId);
}
