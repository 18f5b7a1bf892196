using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>How many runs each person made, of each term's experiment and in all, and how the last one stands.</summary>
internal sealed class RunCounts
{
    private readonly Dictionary<(int OwnerId, string Slug), (int Count, RunState Last)> bySlug;
    private readonly Dictionary<int, (int Count, RunState Last)> inAll;

    private RunCounts(Dictionary<(int, string), (int, RunState)> bySlug, Dictionary<int, (int, RunState)> inAll) =>
        (this.bySlug, this.inAll) = (bySlug, inAll);

    public static async Task<RunCounts> ReadAsync(ClassroomDbContext db, IQueryable<User> people, CancellationToken cancellationToken)
    {
        var counts = await db.Runs
            .Where(run => people.Any(person => person.Id == run.OwnerId))
            .GroupBy(run => new { run.OwnerId, run.Slug })
            .Select(group => new
            {
                group.Key.OwnerId,
                group.Key.Slug,
                Count = group.Count(),
                LastUtc = group.Max(run => run.CreatedUtc),
                Last = group.OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id).Select(run => run.State).First(),
            })
            .ToListAsync(cancellationToken);
        return new RunCounts(
            counts.Where(run => run.Slug is not null).ToDictionary(run => (run.OwnerId, run.Slug!), run => (run.Count, run.Last)),
            counts.GroupBy(run => run.OwnerId).ToDictionary(
                runs => runs.Key,
                runs => (runs.Sum(run => run.Count), runs.MaxBy(run => run.LastUtc)!.Last)));
    }

    public (int Count, RunState? Last) Count(int ownerId, string slug) =>
        bySlug.TryGetValue((ownerId, slug), out var found) ? found : (0, null);

    public (int Count, RunState? Last) Count(int ownerId) => inAll.TryGetValue(ownerId, out var found) ? found : (0, null);
}
