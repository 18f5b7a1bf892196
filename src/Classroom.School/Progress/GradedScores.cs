using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Graded attempts that count, by person, term and assignment.</summary>
internal sealed class GradedScores
{
    // In the order of submission.
    private readonly ILookup<(int UserId, string Slug), double> ofTerms;
    private readonly ILookup<(int UserId, int AssignmentId), HandedIn> ofAssignments;

    private GradedScores(IReadOnlyList<HandedIn> attempts)
    {
        ofTerms = attempts.ToLookup(attempt => (attempt.UserId, attempt.Slug), attempt => attempt.Score);
        ofAssignments = attempts.Where(attempt => attempt.AssignmentId is not null)
            .ToLookup(attempt => (attempt.UserId, attempt.AssignmentId!.Value));
    }

    private sealed record HandedIn(int UserId, string Slug, int? AssignmentId, double Score, DateTime SubmittedUtc);

    public static async Task<GradedScores> ReadAsync(
        ClassroomDbContext db, IQueryable<User> people, CancellationToken cancellationToken)
    {
        var attempts = await db.Attempts
            .Where(attempt => attempt.Mode == AttemptMode.Graded && people.Any(person => person.Id == attempt.UserId))
            .ThatCount()
            .OrderBy(attempt => attempt.SubmittedUtc).ThenBy(attempt => attempt.Id)
            .Select(attempt => new HandedIn(
                attempt.UserId, attempt.Slug, attempt.AssignmentId, attempt.Score!.Value, attempt.SubmittedUtc!.Value))
            .ToListAsync(cancellationToken);
        return new GradedScores(attempts);
    }

    /// <summary>Of all graded attempts at a term, whatever they were for; null without one.</summary>
    public double? Best(int userId, string slug) => ofTerms[(userId, slug)].Cast<double?>().Max();

    /// <summary>What counts of the attempts at an assignment; null without one.</summary>
    public CountedScore? Counted(int userId, int assignmentId, CountedAttempt counts, DateTime dueUtc)
    {
        var all = ofAssignments[(userId, assignmentId)].ToList();
        if (all.Count == 0)
        {
            return null;
        }

        // Of two best ones the first counts: it is the one that may have been in time.
        var one = counts switch
        {
            CountedAttempt.First => all[0],
            CountedAttempt.Last => all[^1],
            _ => all.MaxBy(attempt => attempt.Score)!,
        };
        return counts == CountedAttempt.Mean
            ? new(all.Average(attempt => attempt.Score), all.Exists(attempt => attempt.SubmittedUtc > dueUtc))
            : new(one.Score, one.SubmittedUtc > dueUtc);
    }

    public int Count(int userId, int assignmentId) => ofAssignments[(userId, assignmentId)].Count();
}
