using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

public sealed partial class RunStore
{
    private const int LongestSearch = 100;

    /// <summary>One page of the actor's own runs.</summary>
    public async Task<RunList> ListOwnAsync(Actor actor, RunQuery query, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.Runs.Where(run => run.OwnerId == actor.UserId);
        runs = query.State is { } state ? runs.Where(run => run.State == state) : runs;
        runs = query.DataSetId is { } dataSetId ? runs.Where(run => run.DataSetId == dataSetId) : runs;
        if (query.Text?.Trim() is { Length: > 0 and <= LongestSearch } text)
        {
            var wanted = text.ToLowerInvariant();
#pragma warning disable CA1862 // Becomes SQL, which knows no StringComparison.
            runs = runs.Where(run => (run.Title ?? "").ToLower().Contains(wanted)
                || (run.Slug ?? "").Replace("-", " ").Contains(wanted)
                || (run.TrialRun ?? "").ToLower().Contains(wanted));
#pragma warning restore CA1862
        }

        var total = await runs.CountAsync(cancellationToken);
        var found = await Ordered(runs, query.Order, query.Descending)
            .Skip(Math.Clamp(query.Skip, 0, total)).Take(Math.Clamp(query.Take, 1, RunQuery.MostOnAPage))
            .Select(run => new
            {
                run.Id,
                Before = db.Runs.Where(other => other.OwnerId == run.OwnerId && other.CreatedUtc < run.CreatedUtc)
                    .OrderByDescending(other => other.CreatedUtc).Select(other => other.ConfigJson).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = found.ConvertAll(run => run.Id);
        var summaries = await db.Runs.Where(run => ids.Contains(run.Id)).Summarise(db).ToDictionaryAsync(run => run.Id, cancellationToken);
        return new([.. found.Where(run => summaries.ContainsKey(run.Id)).Select(run => new ListedRun(summaries[run.Id], run.Before))], total);
    }

    /// <summary>The data sets that the actor has trained on, in no order.</summary>
    public async Task<IReadOnlyList<string>> ListOwnDataSetsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.Where(run => run.OwnerId == actor.UserId).Select(run => run.DataSetId).Distinct().OrderBy(id => id).Take(200).ToListAsync(cancellationToken);
    }

    private static IQueryable<Run> Ordered(IQueryable<Run> runs, RunOrder order, bool descending)
    {
        var sorted = order switch
        {
            RunOrder.Name => By(runs, run => run.Title == null, run => run.Title, descending),
            RunOrder.DataSet => By(runs, null, run => run.DataSetId, descending),
            RunOrder.State => By(runs, null, run => run.State, descending),
            RunOrder.Epochs => By(runs, null, run => run.Epochs, descending),
            RunOrder.TrainLoss => By(runs, run => run.TrainLoss == null, run => run.TrainLoss, descending),
            RunOrder.ValLoss => By(runs, run => run.ValLoss == null, run => run.ValLoss, descending),
            RunOrder.ValAccuracy => By(runs, run => run.ValAccuracy == null, run => run.ValAccuracy, descending),
            RunOrder.Term => By(runs, run => run.Slug == null, run => run.Slug, descending),
            _ => By(runs, null, run => run.CreatedUtc, descending),
        };
        return sorted.ThenByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id);
    }

    // The two databases do not agree on where nothing belongs.
    private static IOrderedQueryable<Run> By<T>(IQueryable<Run> runs, Expression<Func<Run, bool>>? isMissing, Expression<Func<Run, T>> value, bool descending) => (isMissing, descending) switch
    {
        (null, true) => runs.OrderByDescending(value),
        (null, false) => runs.OrderBy(value),
        (_, true) => runs.OrderBy(isMissing).ThenByDescending(value),
        _ => runs.OrderBy(isMissing).ThenBy(value),
    };
}
