using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Graded attempts that count, by person, term and assignment.</summary>
internal sealed class GradedScores
{
    // In the order of submission.
    private readonly ILookup<(int UserId, string Slug), HandedIn> ofTerms;
    private readonly ILookup<(int UserId, int AssignmentId), HandedIn> ofAssignments;

    private readonly ILookup<(int UserId, int AssignmentId), HandedIn> used;

    private GradedScores(IReadOnlyList<HandedIn> attempts)
    {
        ofTerms = attempts.Where(attempt => !attempt.IsEmpty).ToLookup(attempt => (attempt.UserId, attempt.Slug));
        used = attempts.Where(attempt => attempt.AssignmentId is not null)
            .ToLookup(attempt => (attempt.UserId, attempt.AssignmentId!.Value));
        ofAssignments = used.SelectMany(attempts => attempts).Where(attempt => !attempt.IsEmpty)
            .ToLookup(attempt => (attempt.UserId, attempt.AssignmentId!.Value));
    }

    private sealed record HandedIn(int UserId, string Slug, int? AssignmentId, double Score, DateTime SubmittedUtc, bool IsEmpty);

    public static async Task<GradedScores> ReadAsync(
        ClassroomDbContext db, IQueryable<User> people, CancellationToken cancellationToken)
    {
        var attempts = await db.Attempts
            .Where(attempt => attempt.Mode == AttemptMode.Graded && people.Any(person => person.Id == attempt.UserId))
            .ThatAreUsed(db.Assignments)
            .OrderBy(attempt => attempt.SubmittedUtc).ThenBy(attempt => attempt.Id)
            .Select(attempt => new HandedIn(
                attempt.UserId, attempt.Slug, attempt.AssignmentId, attempt.Score!.Value, attempt.SubmittedUtc!.Value,
                !(attempt.Score > 0 || attempt.Answers.Any(answer => answer.ResponseJson != null))))
            .ToListAsync(cancellationToken);
        return new GradedScores(attempts);
    }

    /// <summary>The best graded attempt at a term; null without one.</summary>
    /// <param name="isSeen">Whether the reader sees attempts for this assignment; null stands for those that nobody assigned.</param>
    public double? Best(int userId, string slug, Func<int?, bool> isSeen) =>
        ofTerms[(userId, slug)].Where(attempt => isSeen(attempt.AssignmentId)).Max(attempt => (double?)attempt.Score);

    /// <summary>What counts of the attempts at an assignment; null without one.</summary>
    public CountedScore? Counted(
        int userId, int assignmentId, CountedAttempt counts, LatePolicy late, DateTime dueUtc, SchoolCalendar calendar)
    {
        var all = ofAssignments[(userId, assignmentId)]
            .Select(attempt => CountedScore.From(attempt.Score, LatePolicy.DaysLate(dueUtc, attempt.SubmittedUtc, calendar), late))
            .ToList();
        return all.Count == 0 ? null : CountedScore.Of(all, counts);
    }

    /// <summary>Attempts that are taken off those that the assignment allows.</summary>
    public int Used(int userId, int assignmentId) => used[(userId, assignmentId)].Count();

    /// <summary>When the last of them was handed in; null without one.</summary>
    public DateTime? LastUtc(int userId, int assignmentId) =>
        ofAssignments[(userId, assignmentId)].Max(attempt => (DateTime?)attempt.SubmittedUtc);
}
