using System.Text.Json;
using Bunit;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Loop;
using Classroom.Training.Probes.Rounds;
using Classroom.Web.Features.Charts;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.Charts.Statistics;
using Classroom.Web.Tests.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests;

/// <summary>Real runs, followed as a page follows them.</summary>
public sealed class WatchedRunsTests(ClassroomHost host) : IAsyncDisposable
{
    private readonly List<(WatchedRun Run, IReadOnlyList<MetricPoint> Points)> seen = [];
    private WatchedRuns? watched;
    private Actor? looker;

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_runs_are_followed_to_their_ends_without_gap_or_repeat()
    {
        var (actor, first) = await StartAsync();
        var second = await StartAsync(actor);
        var ended = Watch(runs => runs.Count == 2 && runs.All(run => run.Status.State.IsFinished()));
        Assert.Equal("Mine", (await watched!.AddAsync(actor, first, "Mine"))!.Name);
        watched.Follow();
        // While the page is up already.
        Assert.NotNull(await watched.AddAsync(actor, second));
        Assert.Same(watched.Runs[0], await watched.AddAsync(actor, first));
        await ended.WaitAsync(Ct);

        foreach (var run in watched.Runs)
        {
            Assert.Equal(RunState.Completed, run.Status.State);
            var points = seen.Where(news => news.Run == run).SelectMany(news => news.Points).ToList();
            Assert.Equal(Enumerable.Range(0, points.Count), points.Select(point => point.Sequence));
            Assert.Equal(run.Points(), points);
            Assert.Equal(points.Skip(5), run.Points(5));
            var epochs = run.Frames(ProbeKinds.DecisionBoundary).Select(frame => frame.Epoch).ToList();
            Assert.Equal(epochs.Distinct().Order(), epochs);
            Assert.Equal((0, 2), (epochs[0], epochs[^1]));
            Assert.Same(run.Frames(ProbeKinds.DecisionBoundary), run.Frames(ProbeKinds.DecisionBoundary));
            Assert.Equal([1, 2], run.Summary.Rows.Select(row => row.Number));
            Assert.True(run.Classifies);
            Assert.False(run.IsSilent);
        }
    }

    [Fact]
    public async Task What_a_chart_gets_piece_by_piece_is_the_curve_thinned_only_when_drawn_anew()
    {
        var (actor, id) = await StartAsync();
        var ended = Watch(runs => runs.All(run => run.Status.State.IsFinished()));
        var run = (await watched!.AddAsync(actor, id))!;
        var line = new CurveLine(run, CurveMetric.Loss);
        List<(double X, double Y)> train = [];
        List<(double X, double Y)> validation = [];
        (double X, double Y)? best = null;
        // Set once this handler has drawn the last of it: the one above may be called before it.
        var drawn = new TaskCompletionSource();
        watched.OnNews += _ =>
        {
            var next = line.Next(new CurveView());
            train.AddRange(next.Train);
            validation.AddRange(next.Validation);
            best = next.Best ?? best;
            if (run.Status.State.IsFinished())
            {
                drawn.TrySetResult();
            }

            return Task.CompletedTask;
        };
        watched.Follow();
        await ended.WaitAsync(Ct);
        await drawn.Task.WaitAsync(Ct);

        Assert.Equal(Enumerable.Range(1, 8).Select(step => (double)step), train.Select(point => point.X));
        Assert.Equal([4.0, 8.0], validation.Select(point => point.X));
        Assert.Equal(validation.MinBy(point => point.Y), best);
        Assert.Equal(8, line.Drawn);
        var whole = line.Whole(new CurveView { Axis = CurveAxis.Examples, Smooth = true }, 6, held: false);
        Assert.Equal((6, 16.0, 128.0), (whole.Train.Count, whole.Train[0].X, whole.Train[^1].X));
        Assert.Equal(train[0].Y, whole.Smoothed[0].Y, 12);
        Assert.Equal(best!.Value.Y, whole.Best!.Value.Y);
        Assert.Equal(1.25, CurveLine.X(run, 5, CurveAxis.Epoch));
        Assert.Empty(line.Next(new CurveView()).Train);

        var traces = CurveTraces.Create(
            CurveMetric.Loss, new CurveView { Smooth = true }, new CurveScale(), "<b>%{x}", 1, alone: false, whole).ToList();
        Assert.Equal(CurveTraces.PerRun, traces.Count);
        Assert.Equal([6, 6, 2, 1], traces.Select(trace => trace.X.Count));
        Assert.Equal("dash", traces[2].Line!.Dash);
        Assert.All(traces, trace => Assert.StartsWith("s2-", trace.Uid, StringComparison.Ordinal));
        Assert.StartsWith("&lt;b>% {x}", traces[0].Name, StringComparison.Ordinal);
        Assert.Null(CurveTraces.Added(new CurveScale(), [line.Next(new CurveView())]));
    }

    [Fact]
    public async Task A_browser_is_sent_the_whole_chart_once_and_then_only_what_it_does_not_have()
    {
        var (actor, id) = await StartAsync();
        var ended = Watch(runs => runs.All(run => run.Status.State.IsFinished()));
        var run = (await watched!.AddAsync(actor, id))!;
        var script = new RecordedScript();
        var drawing = new CurveDrawing();
        var content = new ChartContent { Runs = [run], Alone = true };

        drawing.Show(content);
        var (name, sent) = Assert.Single(await SendAsync());
        Assert.Equal("draw", name);
        Assert.Equal(CurveTraces.PerRun, Assert.IsType<List<CurveTrace>>(sent[0]).Count);
        Assert.NotNull(sent[1]);
        Assert.Empty(await SendAsync());

        watched.Follow();
        await ended.WaitAsync(Ct);
        Assert.Empty(await SendAsync());
        drawing.NoteNews();
        (name, sent) = Assert.Single(await SendAsync());
        Assert.Equal("append", name);
        Assert.Equal(8, Assert.IsType<CurveBatch>(sent[0]).X[0].Count);

        drawing.Show(content with { Epoch = 1 });
        Assert.Equal("relayout", Assert.Single(await SendAsync()).Name);
        drawing.Show(content with { Epoch = 1, Held = true });
        drawing.NoteNews();
        Assert.Empty(await SendAsync());
        drawing.Show(content with { Epoch = 1 });
        (name, sent) = Assert.Single(await SendAsync());
        Assert.Equal(("draw", null), (name, sent[1]));
        drawing.Show(content with { Epoch = 1, View = new CurveView { Smooth = true } });
        Assert.Null(Assert.Single(await SendAsync()).Arguments[1]);
        drawing.Show(content with { View = new CurveView { Axis = CurveAxis.Examples } });
        Assert.Equal(["draw", "relayout"], (await SendAsync()).Select(call => call.Name));
        drawing.StartOver();
        Assert.NotNull(Assert.Single(await SendAsync()).Arguments[1]);

        async Task<IReadOnlyList<(string Name, object?[] Arguments)>> SendAsync()
        {
            script.Calls.Clear();
            while (drawing.NextCall() is { } call)
            {
                await call(script, Ct);
            }

            return [.. script.Calls];
        }
    }

    [Fact]
    public async Task A_screen_reader_hears_of_progress_at_most_once_in_five_seconds_and_of_the_end_at_once()
    {
        var (actor, id) = await StartAsync();
        var clock = new HeldClock();
        await using var page = new BunitContext();
        page.Services.AddSingleton<TimeProvider>(clock);
        var ended = Watch(runs => runs.All(run => run.Status.State.IsFinished()));
        await watched!.AddAsync(actor, id);
        var announcer = page.Render<RunAnnouncer>(parameters => parameters.Add(part => part.Watched, watched));
        List<string> heard = [];
        announcer.OnMarkupUpdated += (_, _) => heard.Add(announcer.Find("[role=status]").ReadText());
        watched.Follow();
        await ended.WaitAsync(Ct);

        // The clock stands still: what is paced is never said. Training that is quicker than the page has no progress to tell of.
        announcer.WaitForAssertion(() => Assert.StartsWith("Done. After epoch 2:", heard[^1], StringComparison.Ordinal));
        Assert.InRange(heard.Count, 1, 2);
    }

    [Fact]
    public async Task A_stranger_gets_nothing_and_a_run_that_was_taken_away_tells_nothing_more()
    {
        var (actor, mine) = await StartAsync();
        var (stranger, theirs) = await StartAsync();
        looker = actor;
        var ended = Watch(runs => runs.All(run => run.Status.State.IsFinished()));
        Assert.Null(await watched!.AddAsync(actor, theirs));
        Assert.Null(await watched.AddAsync(stranger, mine));
        Assert.Null(await watched.AddAsync(actor, Guid.NewGuid()));
        Assert.NotNull(await watched.AddAsync(actor, mine));
        await watched.RemoveAsync(mine);
        Assert.Empty(watched.Runs);
        var another = await StartAsync(actor);
        await watched.AddAsync(actor, another);
        watched.Follow();
        await ended.WaitAsync(Ct);

        Assert.All(seen, news => Assert.Equal(another, news.Run.Id));
    }

    [Fact]
    public async Task A_part_that_breaks_is_told_to_the_page()
    {
        var (actor, run) = await StartAsync();
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        watched = host.Get<WatchedRunsFactory>().Create(true, act => act(), fault =>
        {
            told.SetResult(fault);
            return Task.CompletedTask;
        }, () => Task.FromResult<Actor?>(actor), NeverLost);
        watched.OnNews += _ => throw new InvalidOperationException("broken part");
        await watched.AddAsync(actor, run);
        watched.Follow();
        Assert.Equal("broken part", (await told.Task.WaitAsync(Ct)).Message);
    }

    [Fact]
    public async Task A_page_that_is_rendered_in_advance_knows_its_run_and_follows_nothing()
    {
        var (actor, id) = await StartAsync();
        watched = Still();
        var run = await watched.AddAsync(actor, id);
        watched.Follow();
        Assert.Equal(8, run!.Status.Steps);
        Assert.Empty(run.Points());
    }

    [Fact]
    public async Task A_run_has_its_place_and_color_whenever_it_begins()
    {
        var (actor, first) = await StartAsync();
        var second = await StartAsync(actor);
        watched = Still();
        await watched.AddAsync(actor, second, "Second", 1);
        await watched.AddAsync(actor, first, "First", 0);
        await watched.AddAsync(actor, await StartAsync(actor), "Third");
        Assert.Equal([("First", 0), ("Second", 1), ("Third", 2)], watched.Runs.Select(run => (run.Name, run.Place)));

        await watched.RemoveAsync(first);
        await watched.AddAsync(actor, await StartAsync(actor), "First again", 0);
        Assert.Equal([("First again", 0), ("Second", 1), ("Third", 2)], watched.Runs.Select(run => (run.Name, run.Place)));
        await using var page = new BunitContext();
        Assert.Equal(
            ["s-s1", "s-s2", "s-s3"],
            watched.Runs.Select(
                run => page.Render<RunSwatch>(swatch => swatch.Add(part => part.Place, run.Place)).Find("path").ClassList[0]));
    }

    [Theory]
    [InlineData(16, 64, new[] { "Step", "Epoch", "Examples" })]
    [InlineData(32, 64, new[] { "Epoch", "Step", "Examples" })]
    [InlineData(16, 32, new[] { "Epoch", "Step", "Examples" })]
    public async Task Runs_whose_epochs_have_different_numbers_of_steps_are_compared_by_epoch_first(
        int batchSize, int examples, string[] axes)
    {
        var (actor, first) = await StartAsync();
        watched = Still();
        await watched.AddAsync(actor, first);
        await watched.AddAsync(actor, await StartAsync(actor, batchSize, examples));
        await using var page = new BunitContext();
        page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        var panel = page.Render<CurvePanel>(
            parameters => parameters.Add(part => part.Watched, watched).Add(part => part.Metric, CurveMetric.Loss));

        Assert.Equal(axes, panel.FindAll(".choice .tool").Select(tool => tool.ReadText()));
        Assert.Equal(axes[..1], panel.FindAll(".choice [aria-pressed=true]").Select(tool => tool.ReadText()));
        Assert.Contains("0 means sure and right", panel.Find(".note + .note").ReadText(), StringComparison.Ordinal);
        panel.FindAll(".choice .tool").Single(tool => tool.ReadText() == "Step").Click();
        Assert.Equal(batchSize != 16, panel.Markup.Contains("The batch sizes differ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_loss_with_smoothed_labels_is_not_said_to_reach_zero()
    {
        var (actor, hard) = await StartAsync();
        watched = Still();
        await watched.AddAsync(actor, hard);
        await watched.AddAsync(actor, await StartAsync(actor, smoothing: 0.1));

        Assert.Equal([CurveMetric.Loss, CurveMetric.SmoothedLoss], watched.Runs.Select(run => run.LossMetric));
    }

    public ValueTask DisposeAsync() => watched?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task<Actor?> Nobody() => Task.FromResult<Actor?>(null);

    private static void NeverLost() => Assert.Fail("She may look all the time.");

    // As a page has them that is rendered in advance.
    private WatchedRuns Still() =>
        host.Get<WatchedRunsFactory>()
            .Create(false, _ => throw new InvalidOperationException(), _ => Task.CompletedTask, Nobody, NeverLost);

    private Task Watch(Func<IReadOnlyList<WatchedRun>, bool> until)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watched = host.Get<WatchedRunsFactory>().Create(true, act => act(), fault =>
        {
            reached.TrySetException(fault);
            return Task.CompletedTask;
        }, () => Task.FromResult(looker), NeverLost);
        watched.OnNews += news =>
        {
            foreach (var run in news)
            {
                seen.Add((run, run.Points(seen.Where(before => before.Run == run).Sum(before => before.Points.Count))));
            }

            if (until(watched.Runs))
            {
                reached.TrySetResult();
            }

            return Task.CompletedTask;
        };
        return reached.Task;
    }

    private async Task<(Actor Actor, Guid Run)> StartAsync()
    {
        var scene = await SchoolScene.NewAsync(host);
        var actor = new Actor(scene.Maria.Person.Id, Role.Student);
        looker = actor;
        return (actor, await StartAsync(actor));
    }

    private async Task<Guid> StartAsync(Actor actor, int batchSize = 16, int examples = 64, double smoothing = 0)
    {
        var config = JsonSerializer.Deserialize<JsonElement>($$"""
            { "dataset": "moons", "data": { "train": {{examples}}, "validation": 64 }, "model": { "kind": "mlp", "hidden": [4], "activation": "tanh" },
              "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": {{batchSize}}, "epochs": 2, "seed": 7, "labelSmoothing": {{smoothing}} }
            """);
        var created = await host.Get<RunService>().CreateAsync(actor, config, cancellationToken: Ct);
        Assert.True(created.Succeeded, created.Refusal?.Message);
        return created.Value.Id;
    }
}
