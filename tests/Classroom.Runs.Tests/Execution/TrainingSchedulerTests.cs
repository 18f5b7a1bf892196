using Classroom.Runs.Execution;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

public sealed partial class TrainingSchedulerTests
{
    private const int Forever = 2000;

    [Fact]
    public async Task Two_people_train_for_the_same_time_whether_they_have_one_run_or_three()
    {
        using var scheduler = new TrainingScheduler(1);
        ScheduledRun[] runs = [.. new[] { 1, 2, 2, 2 }.Select(owner => scheduler.Add(Options(owner) with { MaxConcurrentOfOwner = 3 }))];

        await UntilAsync("each has trained for a while", () => runs.All(run => Steps(run) > 150));

        // All train the same network: equal time is an equal number of steps, even where others push the thread aside.
        var (one, three) = (Steps(runs[0]), (double)runs[1..].Sum(Steps));
        Assert.InRange(one / three, 0.5, 2);
        Assert.All(runs[1..], run => Assert.InRange(Steps(run) / three, 0.15, 0.7));
    }

    [Fact]
    public async Task Who_comes_back_after_a_pause_does_not_take_the_time_of_the_others()
    {
        using var scheduler = new TrainingScheduler(1);
        var paused = scheduler.Add(Options(1));
        await scheduler.PauseAsync(paused);
        var busy = scheduler.Add(Options(2));
        await UntilAsync("the other one is far ahead", () => Time(busy) - Time(paused) > 500);
        var (pausedBefore, busyBefore) = (Time(paused), Time(busy));

        scheduler.Resume(paused);

        await UntilAsync("both have trained on", () => Time(paused) - pausedBefore > 200);
        Assert.True(Time(busy) - busyBefore > 50, $"The other one got {Time(busy) - busyBefore} ms.");
    }

    [Fact]
    public async Task A_persons_second_run_waits_until_the_first_pauses_or_ends()
    {
        using var scheduler = new TrainingScheduler(2);
        ScheduledRun[] runs = [scheduler.Add(Options(1)), scheduler.Add(Options(1)), scheduler.Add(Options(1))];
        await UntilAsync("the first run trains", () => Steps(runs[0]) > 50);
        Assert.Equal((false, false), (runs[1].InTurn, runs[2].InTurn));

        await scheduler.PauseAsync(runs[0]);
        await UntilAsync("the second run trains", () => Steps(runs[1]) > 50);

        // The place is taken: who comes back waits behind the others.
        scheduler.Resume(runs[0]);
        scheduler.Stop(runs[1]);
        await UntilAsync("the third run trains", () => Steps(runs[2]) > 50);
        Assert.False(runs[0].InTurn);
        scheduler.Stop(runs[2]);
        await UntilAsync("the first run trains again", () => runs[0].InTurn);
    }

    [Fact]
    public async Task Four_runs_of_a_trial_train_in_one_persons_place_and_what_else_she_has_waits()
    {
        using var scheduler = new TrainingScheduler(1);
        var trial = Guid.NewGuid();
        ScheduledRun Add(Guid? shared) => scheduler.Add(Options(1) with { Trial = shared });
        var classmate = scheduler.Add(Options(2));
        ScheduledRun[] together = [Add(trial), Add(trial), Add(trial), Add(trial)];
        ScheduledRun[] waiting = [Add(null), Add(trial), Add(Guid.NewGuid())];

        await UntilAsync("each has trained for a while", () => together.All(run => Steps(run) > 60));
        var (one, four) = (Steps(classmate), (double)together.Sum(Steps));
        Assert.InRange(one / four, 0.5, 2);
        Assert.All(together, run => Assert.InRange(Steps(run) / four, 0.1, 0.5));
        Assert.All(waiting, run => Assert.False(run.InTurn));

        // The trial's fifth run comes into its place, and what came later only when the whole trial has ended.
        scheduler.Stop(together[0]);
        await UntilAsync("the fifth run of the trial trains", () => Steps(waiting[1]) > 10);
        Assert.Equal((false, false), (waiting[0].InTurn, waiting[2].InTurn));
        foreach (var run in together)
        {
            scheduler.Stop(run);
        }

        // Though it came later than the ordinary run, it keeps the place that it trains in.
        var steps = Steps(waiting[1]);
        await UntilAsync("the fifth run goes on", () => Steps(waiting[1]) > steps + 60);
        Assert.False(waiting[0].InTurn);
        scheduler.Stop(waiting[1]);
        await UntilAsync("the ordinary run trains", () => Steps(waiting[0]) > 10);
        Assert.False(waiting[2].InTurn);
    }

    [Fact]
    public async Task A_paused_run_stands_still_and_goes_on_where_it_was()
    {
        using var scheduler = new TrainingScheduler(2);
        var run = scheduler.Add(Options(1));
        await UntilAsync("the run trains", () => Steps(run) > 20);

        await scheduler.PauseAsync(run);
        var (step, points) = (Steps(run), run.ReadPending().Points.Count);
        var other = scheduler.Add(Options(2));
        await UntilAsync("others train meanwhile", () => Steps(other) > 100);
        Assert.Equal((step, points), (Steps(run), run.ReadPending().Points.Count));

        scheduler.Resume(run);
        await UntilAsync("the run goes on", () => Steps(run) > step);
        Assert.Equal(Enumerable.Range(0, run.ReadPending().Points.Count), run.ReadPending().Points.Select(point => point.Sequence));
    }

    [Fact]
    public async Task Stopping_ends_a_training_a_waiting_and_a_paused_run()
    {
        using var scheduler = new TrainingScheduler(1);
        ScheduledRun[] runs = [
            scheduler.Add(Options(1)), scheduler.Add(Options(1)), scheduler.Add(Options(2) with { StartsPaused = true })
        ];
        await UntilAsync("the first run trains", () => Steps(runs[0]) > 0);

        foreach (var run in runs.Reverse())
        {
            scheduler.Stop(run);
            await run.Ended.WaitAsync(Ct);
        }

        Assert.All(runs, run => Assert.Equal(RunEndingKind.Stopped, run.ReadPending().Ending?.Kind));
        Assert.Equal((0, 0), (Steps(runs[1]), Steps(runs[2])));
    }

    [Fact]
    public async Task A_run_paused_and_resumed_in_mid_slice_can_be_stopped_though_its_place_is_taken()
    {
        using var scheduler = new TrainingScheduler(2);
        using var building = new ManualResetEventSlim();
        using var built = new ManualResetEventSlim();
        var run = scheduler.Add(Options(1) with
        {
            Build = () =>
            {
                building.Set();
                built.Wait(Ct);
                return NewRun();
            },
        });
        var second = scheduler.Add(Options(1));
        building.Wait(Ct);

        var paused = scheduler.PauseAsync(run);
        await UntilAsync("the second run has the place", () => second.InTurn);
        scheduler.Resume(run);
        scheduler.Stop(run);
        Assert.False(paused.IsCompleted);
        built.Set();

        await run.Ended.WaitAsync(Ct);
        await paused.WaitAsync(Ct);
        Assert.Equal(RunEndingKind.Stopped, run.ReadPending().Ending?.Kind);
    }

    [Fact]
    public async Task A_demonstration_goes_first_but_leaves_every_second_turn_to_the_class()
    {
        using var scheduler = new TrainingScheduler(1);
        var students = Enumerable.Range(1, 4).Select(owner => scheduler.Add(Options(owner))).ToList();
        await UntilAsync("the class trains", () => students.All(run => Steps(run) > 0));
        var demonstration = scheduler.Add(Options(5) with { IsDemonstration = true });
        await UntilAsync("the demonstration trains", () => Steps(demonstration) > 0);
        var before = students.Select(Steps).ToList();
        var from = Steps(demonstration);

        await UntilAsync("it has trained for a while", () => Steps(demonstration) - from > 400);

        // A fair share would be a fifth.
        var got = students.Select((run, i) => Steps(run) - before[i]).ToList();
        var shown = (double)(Steps(demonstration) - from);
        var share = shown / (got.Sum() + shown);
        Assert.InRange(share, 0.35, 0.65);
        Assert.All(got, steps => Assert.True(steps > 0));
    }

    [Fact]
    public async Task Disposing_waits_for_the_slice_frees_the_runs_and_gives_them_no_ending()
    {
        var scheduler = new TrainingScheduler(2);
        ScheduledRun[] runs = [scheduler.Add(Options(1)), scheduler.Add(Options(1)), scheduler.Add(Options(2))];
        await UntilAsync("two runs train", () => Steps(runs[0]) > 0 && Steps(runs[2]) > 0);

        scheduler.Dispose();

        var steps = runs.Select(Steps).ToList();
        Assert.All(runs, run => Assert.True(run.Ended.IsCompletedSuccessfully));
        Assert.All(runs, run => Assert.Null(run.ReadPending().Ending));
        Assert.Equal(steps, runs.Select(Steps));
        Assert.Throws<ObjectDisposedException>(() => scheduler.Add(Options(1)));
    }

    [Fact]
    public async Task Training_threads_leave_the_way_to_the_pages()
    {
        using var scheduler = new TrainingScheduler(1);
        var run = scheduler.Add(Options(1));
        await UntilAsync("the run trains", () => Steps(run) > 0);

        // After the name in brackets: state, then fifteen numbers, then the priority that setpriority changes.
        var niceness = Directory.GetDirectories("/proc/self/task")
            .Where(task => File.ReadAllText(Path.Combine(task, "comm")).StartsWith("training ", StringComparison.Ordinal))
            .Select(task => File.ReadAllText(Path.Combine(task, "stat")).Split(") ")[^1].Split(' ')[16]);
        Assert.All(niceness.DefaultIfEmpty("no training thread"), nice => Assert.Equal("10", nice));
    }

    private static ScheduledRunOptions Options(int owner) => new()
    {
        OwnerId = owner,
        MaxConcurrentOfOwner = 1,
        MaxTrainingTime = TimeSpan.FromMinutes(10),
        Build = NewRun,
        MostPointsWaiting = int.MaxValue,
        MostFramesWaiting = int.MaxValue,
    };

    private static TrainingRun NewRun() => new(SmallPictures.Config("small", Forever), SmallPictures.Data);

    private static double Time(ScheduledRun run) => run.ReadPending().TrainingTime.TotalMilliseconds;

    private static int Steps(ScheduledRun run) => run.ReadPending().Step;
}
