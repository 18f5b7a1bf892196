using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

/// <summary>How many runs of each term's experiment each person made, and how the last one stands.</summary>
internal sealed class RunCounts
{
    private readonly Dictionary<(int OwnerId, string Slug), (int Count, RunState Last)> _counts;

    private RunCounts(Dictionary<(int, string), (int, RunState)> counts) => _counts = counts;

    public static async Task<RunCounts> ReadAsync(ClassroomDbContext db, IQueryable<User> people, CancellationToken cancellationToken)
    {
        var counts = await db.Runs
            .Where(run => run.Slug != null && people.Any(person => person.Id == run.OwnerId))
            .GroupBy(run => new { run.OwnerId, run.Slug })
            .Select(group => new
            {
                group.Key.OwnerId,
                group.Key.Slug,
                Count = group.Count(),
                Last = group.OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id).Select(run => run.State).First(),
            })
            .ToListAsync(cancellationToken);
        return new RunCounts(counts.ToDictionary(run => (run.OwnerId, run.Slug!), run => (run.Count, run.Last)));
    }

    public (int Count, RunState? Last) Of(int ownerId, string slug) =>
        _counts.TryGetValue((ownerId, slug), out var found) ? found : (0, null);
}
