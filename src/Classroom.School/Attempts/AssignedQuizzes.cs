using Classroom.School.Assignments;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Which assignment a graded quiz is taken for.</summary>
internal static class AssignedQuizzes
{
    /// <summary>
    /// The one that a student would mean: not done yet before done, in time before late, due first. Null where nobody has assigned the
    /// quiz to her; refused where somebody has, and none of these takes another attempt now.
    /// </summary>
    /// <remarks>It is locked until the transaction ends, so that a change of its dates waits and then follows to the attempt.</remarks>
    /// <param name="db">The context of the transaction that begins the attempt.</param>
    /// <param name="actor">The student.</param>
    /// <param name="slug">Of the term.</param>
    /// <param name="assignmentId">The only one that is meant; null where any will do.</param>
    /// <param name="calendar">Tells the time.</param>
    /// <param name="prerequisites">Tells what she has to do first.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<Outcome<Chosen>> ChooseAsync(
        ClassroomDbContext db,
        Actor actor,
        string slug,
        int? assignmentId,
        SchoolCalendar calendar,
        IPrerequisites prerequisites,
        CancellationToken cancellationToken)
    {
        var chosen = await LookAsync(db, actor, slug, assignmentId, calendar, prerequisites, cancellationToken);
        if (chosen.Value?.AssignmentId is not { } id)
        {
            return chosen;
        }

        await db.Assignments.Where(a => a.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDraft, a => a.IsDraft), cancellationToken);
        return await LookAsync(db, actor, slug, id, calendar, prerequisites, cancellationToken);
    }

    private static async Task<Outcome<Chosen>> LookAsync(
        ClassroomDbContext db,
        Actor actor,
        string slug,
        int? assignmentId,
        SchoolCalendar calendar,
        IPrerequisites prerequisites,
        CancellationToken cancellationToken)
    {
        var assigned = (await db.Assignments.AsNoTracking().GivenTo(actor.UserId).WithQuiz()
                .Where(a => a.Slug == slug && (assignmentId == null || a.Id == assignmentId))
                .ToListAsync(cancellationToken))
            .ConvertAll(AssignmentDetails.From);
        if (assigned.Count == 0)
        {
            return assignmentId is null ? new Chosen(null, null) : new Refusal.NotFound();
        }

        var ids = assigned.Select(a => a.Id).ToList();
        var used = await db.Attempts
            .Where(attempt => attempt.UserId == actor.UserId && attempt.AssignmentId != null && ids.Contains(attempt.AssignmentId.Value))
            .ThatAreUsed(db.Assignments)
            .GroupBy(attempt => attempt.AssignmentId!.Value)
            .Select(attempts => new { Id = attempts.Key, Count = attempts.Count() })
            .ToDictionaryAsync(attempts => attempts.Id, attempts => attempts.Count, cancellationToken);
        var me = db.Users.Where(user => user.Id == actor.UserId);
        var allowances = await Allowances.ReadAsync(db, me, calendar, cancellationToken);
        var unmet = await prerequisites.FindUnmetAsync(db, actor.UserId, assigned, cancellationToken);
        var now = calendar.NowUtc;
        // Whether an own quiz may be practiced is for its author to say, so nothing is promised.
        var mayPractice = !OwnQuiz.IsOwn(slug);
        var all = assigned.ConvertAll(a => (Assignment: a, Mine: allowances.For(actor.UserId, a)));
        var open = all.Where(a => Refuse(a.Assignment, a.Mine) is null)
            .OrderBy(a => used.ContainsKey(a.Assignment.Id)).ThenBy(a => a.Mine.DueUtc < now)
            .ThenBy(a => a.Mine.DueUtc).ThenBy(a => a.Assignment.Id)
            .ToList();
        if (open.Count > 0)
        {
            return new Chosen(open[0].Assignment.Id, open[0].Mine);
        }

        var last = all.MaxBy(a => a.Mine.DueUtc);
        return Refuse(last.Assignment, last.Mine)!;

        Refusal? Refuse(AssignmentDetails a, Allowance mine) =>
            now < a.OpensUtc ? new Refusal.Conflict(
                $"This quiz opens on {calendar.In(a.TimeZone).Say(a.OpensUtc.Value)}."
                + (mayPractice ? " Practice is open already." : null))
            : now >= mine.ClosesUtc ? OpenAttempts.Ended(mine.ClosesUtc.Value, calendar.In(a.TimeZone), mayPractice)
            : unmet.GetValueOrDefault(a.Id) is { } first
                ? new Refusal.Conflict($"{first.Message}{(mayPractice ? " Practice is open already." : null)}")
            : used.GetValueOrDefault(a.Id) >= mine.Attempts
                ? new Refusal.Conflict(
                    $"You have handed in this quiz {(mine.Attempts == 1 ? "once" : $"{mine.Attempts} times")}, and that is all that "
                        + $"your teacher allows.{(mayPractice ? " You can still practice." : null)}")
            : null;
    }

    /// <param name="AssignmentId">Null where the quiz is nobody's assignment.</param>
    /// <param name="Allowance">Null with it.</param>
    internal sealed record Chosen(int? AssignmentId, Allowance? Allowance);
}
