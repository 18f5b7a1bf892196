using Classroom.Runs;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Charts.Live;

/// <summary>
/// The runs of one page, followed by one loop: at most five times a second it reads what is new of all of them and tells
/// the page and its parts at once, within the renderer. Made by <see cref="WatchedRunsFactory"/>.
/// </summary>
public sealed class WatchedRuns : IAsyncDisposable
{
    /// <summary>How long a run that trains may bring nothing before the page says so.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenLooksAtSilence = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource leaving = new();
    private readonly List<WatchedRun> runs = [];
    private readonly RunService service;
    private readonly DataSetCatalog dataSets;
    private readonly TimeProvider clock;
    private readonly LiveRights rights;
    private readonly Action onLost;
    private readonly bool live;
    private readonly Func<Func<Task>, Task> inRenderer;
    private readonly Func<Exception, Task> onFault;
    private readonly ILogger logger;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool following;

    internal WatchedRuns(
        RunService service, DataSetCatalog dataSets, TimeProvider clock, LiveRightsOptions rights, ILogger logger, bool live,
        Func<Func<Task>, Task> inRenderer, Func<Exception, Task> onFault, Func<Task<Actor?>> who, Action onLost)
    {
        (this.service, this.dataSets, this.clock, this.logger, this.live, this.inRenderer, this.onFault, this.onLost) =
            (service, dataSets, clock, logger, live, inRenderer, onFault, onLost);
        this.rights = new(rights, clock, async () =>
        {
            // Also those that have ended: what has been taken away from the reader does not stay on her screen.
            var shown = runs.Select(run => run.Id).ToList();
            return shown.Count == 0 || (await who() is { } actor && await service.MaySeeAllAsync(actor, shown));
        });
    }

    /// <summary>
    /// Something has come of these runs, which have taken it in; also, of none, once a second while a run is silent that should
    /// train. Called within the renderer, those who asked first before those who asked later.
    /// </summary>
    public event Func<IReadOnlyList<WatchedRun>, Task>? OnNews;

    /// <summary>The runs in the order of the page. Changed within the renderer only.</summary>
    public IReadOnlyList<WatchedRun> Runs => runs;

    /// <summary>
    /// Adds a run to the page; it is followed as soon as <see cref="Follow"/> has been called. The run itself if it is
    /// there already. Null where there is no such run, or none that the actor may see.
    /// </summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="runId">The run.</param>
    /// <param name="name">What the page calls it; its own title when null.</param>
    /// <param name="place">Its place on the page, whatever comes before and after; behind all others when null.</param>
    public async Task<WatchedRun?> AddAsync(Actor actor, Guid runId, string? name = null, int? place = null)
    {
        if (runs.Find(run => run.Id == runId) is { } known)
        {
            return known;
        }

        if (await service.FindAsync(actor, runId) is not { } found || await service.FindStandingAsync(actor, found) is not { } standing)
        {
            return null;
        }

        var dataSet = await dataSets.FindForRunAsync(actor, found.DataSetId);
        var watch = live ? await service.WatchAsync(found) : null;
        var added = new WatchedRun(
            found, dataSet, name, place ?? (runs.Count > 0 ? runs[^1].Place + 1 : 0), watch, clock)
        { Owner = standing.Owner, IsManaged = standing.IsManaged };
        if (leaving.IsCancellationRequested || runs.Exists(run => run.Id == runId))
        {
            // Gone, or asked for twice, before the run was found.
            await added.DisposeAsync();
            return runs.Find(run => run.Id == runId);
        }

        var after = runs.FindIndex(run => run.Place > added.Place);
        runs.Insert(after < 0 ? runs.Count : after, added);
        Wake();
        return added;
    }

    public async Task RemoveAsync(Guid runId)
    {
        if (runs.Find(run => run.Id == runId) is { } run)
        {
            runs.Remove(run);
            Wake();
            await run.DisposeAsync();
        }
    }

    /// <summary>Begins to follow, once; to be called when the page can be drawn. Nothing comes before.</summary>
    public void Follow()
    {
        if (live && !following && !leaving.IsCancellationRequested)
        {
            following = true;
            _ = FollowAsync();
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                var pause = Task.Delay(BetweenUpdates, leaving.Token);
                List<Task> more = [];
                var mayLook = true;
                await inRenderer(async () =>
                {
                    more = [changed.Task];
                    mayLook = await rights.HoldAsync();
                    await (mayLook ? TellAsync(more) : StopAsync());
                });
                if (!mayLook)
                {
                    return;
                }

                await WaitForMoreAsync(more);
                await pause;
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The reader has left.
        }
        catch (ObjectDisposedException) when (leaving.IsCancellationRequested)
        {
            // She left while the page was being told.
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The runs {Runs} can no longer be shown", string.Join(", ", runs.Select(run => run.Id)));
            await onFault(fault);
        }
    }

    /// <summary>
    /// The reader no longer has the right to look, or is no longer signed in: nothing more is shown, and the page is asked for anew.
    /// </summary>
    private async Task StopAsync()
    {
        leaving.Token.ThrowIfCancellationRequested();
        foreach (var run in runs.ToList())
        {
            await run.DisposeAsync();
        }

        onLost();
    }

    private async Task TellAsync(List<Task> more)
    {
        leaving.Token.ThrowIfCancellationRequested();
        List<WatchedRun> told = [];
        foreach (var run in runs.Where(run => run.IsFollowed))
        {
            var (isNews, next) = run.Read();
            if (isNews)
            {
                told.Add(run);
            }

            if (run.IsFollowed)
            {
                more.Add(next);
            }
        }

        if (told.Count > 0 || runs.Exists(run => run.IsSilent))
        {
            // Together, so that one chart's way to the browser does not wait for another's.
            await Task.WhenAll((OnNews?.GetInvocationList() ?? []).Select(part => ((Func<IReadOnlyList<WatchedRun>, Task>)part)(told)));
        }
    }

    private async Task WaitForMoreAsync(List<Task> more)
    {
        var any = Task.WhenAny(more);
        if (more.Count == 1)
        {
            await rights.WaitAsync(any, leaving.Token);
            return;
        }

        // A run that brings nothing is looked at as well.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        await Task.WhenAny(any, Task.Delay(BetweenLooksAtSilence, clock, waiting.Token));
        await waiting.CancelAsync();
        leaving.Token.ThrowIfCancellationRequested();
    }

    private void Wake()
    {
        var before = changed;
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        before.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        foreach (var run in runs)
        {
            await run.DisposeAsync();
        }
    }
}
