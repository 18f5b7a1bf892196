using System.Linq.Expressions;

namespace Classroom.School.Runs;

/// <summary><see cref="RunFilter"/> and <see cref="RunQuery"/> as parts of a query.</summary>
internal static class RunMatching
{
    private const int LongestSearch = 100;

    public static IQueryable<Run> Matching(this IQueryable<Run> runs, ClassroomDbContext db, RunFilter filter)
    {
        runs = filter.OwnerId is { } ownerId ? runs.Where(run => run.OwnerId == ownerId) : runs;
        runs = filter.Slug is { } slug ? runs.Where(run => run.Slug == slug) : runs;
        runs = filter.TrialId is { } trialId ? runs.Where(run => run.TrialId == trialId) : runs;
        runs = filter.BeforeUtc is { } before ? runs.Where(run => run.CreatedUtc < before) : runs;
        runs = filter.ClassId is { } classId
            ? runs.Where(run => db.Enrolments.Any(e => e.ClassId == classId && e.UserId == run.OwnerId))
            : runs;
        return filter.Unfinished is { } unfinished
            ? runs.Where(run => RunStates.Unfinished.Contains(run.State) == unfinished)
            : runs;
    }

    public static IQueryable<Run> Matching(this IQueryable<Run> runs, RunQuery query)
    {
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

        return runs;
    }

    /// <summary>Runs of the same value follow each other from the newest on.</summary>
    public static IQueryable<Run> OrderBy(this IQueryable<Run> runs, RunOrder order, bool descending)
    {
        var sorted = order switch
        {
            RunOrder.Name => Sort(runs, run => run.Title == null, run => run.Title, descending),
            RunOrder.DataSet => Sort(runs, null, run => run.DataSetId, descending),
            RunOrder.State => Sort(runs, null, run => run.State, descending),
            RunOrder.Epochs => Sort(runs, null, run => run.Epochs, descending),
            RunOrder.TrainLoss => Sort(runs, run => run.TrainLoss == null, run => run.TrainLoss, descending),
            RunOrder.ValLoss => Sort(runs, run => run.ValLoss == null, run => run.ValLoss, descending),
            RunOrder.ValAccuracy => Sort(runs, run => run.ValAccuracy == null, run => run.ValAccuracy, descending),
            RunOrder.Term => Sort(runs, run => run.Slug == null, run => run.Slug, descending),
            _ => Sort(runs, null, run => run.CreatedUtc, descending),
        };
        return sorted.ThenByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id);
    }

    // Runs without a value come last; by themselves the two databases put them at different ends.
    private static IOrderedQueryable<Run> Sort<T>(
        IQueryable<Run> runs, Expression<Func<Run, bool>>? isMissing, Expression<Func<Run, T>> value, bool descending) =>
        (isMissing, descending) switch
        {
            (null, true) => runs.OrderByDescending(value),
            (null, false) => runs.OrderBy(value),
            (_, true) => runs.OrderBy(isMissing).ThenByDescending(value),
            _ => runs.OrderBy(isMissing).ThenBy(value),
        };
}
