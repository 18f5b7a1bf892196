using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Scores of graded attempts that count, by person and term.</summary>
internal sealed class GradedScores
{
    // In the order of submission.
    private readonly ILookup<(int UserId, string Slug), double> scores;

    private GradedScores(ILookup<(int, string), double> scores) => this.scores = scores;

    public static async Task<GradedScores> ReadAsync(
        ClassroomDbContext db, IQueryable<User> people, CancellationToken cancellationToken)
    {
        var attempts = await db.Attempts
            .Where(attempt => attempt.Mode == AttemptMode.Graded && people.Any(person => person.Id == attempt.UserId))
            .ThatCount()
            .OrderBy(attempt => attempt.SubmittedUtc).ThenBy(attempt => attempt.Id)
            .Select(attempt => new { attempt.UserId, attempt.Slug, Score = attempt.Score!.Value })
            .ToListAsync(cancellationToken);
        return new GradedScores(attempts.ToLookup(attempt => (attempt.UserId, attempt.Slug), attempt => attempt.Score));
    }

    public double? Best(int userId, string slug) => scores[(userId, slug)].Cast<double?>().Max();

    public double? Counted(int userId, string slug, CountedAttempt counts) => counts == CountedAttempt.Last
        ? scores[(userId, slug)].Cast<double?>().LastOrDefault()
        : Best(userId, slug);
}
