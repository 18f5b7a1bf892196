using Classroom.Runs.Execution;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

// What comes of a scheduled run.
public sealed partial class TrainingSchedulerTests
{
    [Fact]
    public async Task A_run_that_throws_fails_alone()
    {
        using var scheduler = new TrainingScheduler(1);
        var unbuildable = scheduler.Add(Options(1) with { Build = () => throw new InvalidOperationException("cannot be built") });
        var good = scheduler.Add(Options(2));

        // The labels say a class that the network has no output for.
        var damaged = SmallPictures.Data with { Classes = ["0", "1", "2"] };
        var untrainable = scheduler.Add(Options(3) with { Build = () => new TrainingRun(SmallPictures.Config("small", Forever), damaged) });

        await Task.WhenAll(unbuildable.Ended, untrainable.Ended).WaitAsync(Ct);
        var steps = Steps(good);
        await UntilAsync("the other run goes on", () => Steps(good) > steps + 50);

        Assert.Equal("cannot be built", unbuildable.ReadPending().Ending?.Fault?.Message);
        Assert.Equal(RunEndingKind.Failed, untrainable.ReadPending().Ending?.Kind);
        Assert.Null(good.ReadPending().Ending);
    }

    [Fact]
    public async Task A_run_is_held_back_while_nothing_of_it_is_stored_and_then_goes_on_without_a_gap()
    {
        using var scheduler = new TrainingScheduler(1);
        var held = scheduler.Add(Options(1) with { MostPointsWaiting = 10 });
        var free = scheduler.Add(Options(2));
        await UntilAsync("ten points wait", () => held.ReadPending().Points.Count >= 10);

        // Its slice may still be under way; but there is only one thread, so it has ended when the other run trains.
        var time = Time(free);
        await UntilAsync("the other run has had a turn", () => Time(free) > time);
        var waiting = held.ReadPending();
        await UntilAsync("the other run has had many turns", () => Time(free) > time + 300);
        Assert.Equal(waiting.Points.Count, held.ReadPending().Points.Count);

        scheduler.Acknowledge(held, waiting.Points.Count, waiting.Frames.Count);

        await UntilAsync("it goes on", () => held.ReadPending().Points.Count > 0);
        Assert.Equal(waiting.Points.Count, held.ReadPending().Points[0].Sequence);
    }

    [Fact]
    public async Task Training_time_over_the_limit_ends_the_run()
    {
        using var scheduler = new TrainingScheduler(1);
        var run = scheduler.Add(Options(1) with { MaxTrainingTime = TimeSpan.FromMilliseconds(50) });

        await run.Ended.WaitAsync(Ct);

        Assert.Equal(RunEndingKind.TimeUp, run.ReadPending().Ending?.Kind);
        Assert.True(Time(run) > 50);
    }

    [Fact]
    public async Task Points_that_an_earlier_process_stored_are_left_out_and_the_rest_is_the_same()
    {
        using var scheduler = new TrainingScheduler(2);
        var few = Options(1) with { Build = () => new TrainingRun(SmallPictures.Config("small", 4), SmallPictures.Data) };
        var whole = scheduler.Add(few);
        var rest = scheduler.Add(few with { OwnerId = 2, PointsStored = 9, FramesStored = 1 });
        await Task.WhenAll(whole.Ended, rest.Ended).WaitAsync(Ct);

        Assert.Equal(4 * SmallPictures.PointsPerEpoch, whole.ReadPending().Points.Count);
        Assert.Equal(whole.ReadPending().Points.Skip(9), rest.ReadPending().Points);
        Assert.Equal(whole.ReadPending().Frames.Skip(1), rest.ReadPending().Frames);
        Assert.NotEmpty(rest.ReadPending().Frames);
    }

    [Fact]
    public async Task One_checkpoint_waits_at_most_and_a_run_built_from_it_brings_the_rest()
    {
        using var scheduler = new TrainingScheduler(1);
        var run = scheduler.Add(Options(1) with { CheckpointEvery = TimeSpan.FromMilliseconds(1) });
        await UntilAsync("a checkpoint waits", () => run.ReadPending().Checkpoint is not null);
        var first = run.ReadPending();
        await UntilAsync("the run trains on", () => Steps(run) > first.Step + 50);
        Assert.Same(first.Checkpoint, run.ReadPending().Checkpoint);

        scheduler.Acknowledge(run, first.Points.Count, first.Frames.Count, first.Checkpoint);
        await UntilAsync("the next one waits", () => run.ReadPending().Checkpoint is not null);
        await scheduler.PauseAsync(run);
        var last = run.ReadPending();
        Assert.True(last.Checkpoint!.Step > first.Checkpoint!.Step);

        // Another process has stored what came before the checkpoint, and some of what came after it.
        var stored = first.Points.Count + last.Points.Count(point => point.Step <= last.Checkpoint.Step) + 3;
        var resumed = scheduler.Add(Options(2) with
        {
            Build = () => TrainingRun.Resume(SmallPictures.Config("small", Forever), SmallPictures.Data, last.Checkpoint.Data),
            Resumes = true,
            PointsStored = stored,
            FramesStored = first.Frames.Count + last.Frames.Count,
        });
        await UntilAsync("it has overtaken the first", () => Steps(resumed) > last.Step);
        Assert.Equal(
            last.Points.Skip(stored - first.Points.Count),
            resumed.ReadPending().Points.Take(first.Points.Count + last.Points.Count - stored));
    }

    [Fact]
    public async Task A_run_ends_with_its_weights_unless_it_diverges_also_when_it_is_stopped_before_its_checkpoint_is_loaded()
    {
        using var scheduler = new TrainingScheduler(1);
        var config = SmallPictures.Config(SmallPictures.Data.Id, 4);
        var alone = SmallPictures.Alone(config);
        var completed = scheduler.Add(Options(1) with { Build = () => new TrainingRun(config, SmallPictures.Data) });
        var diverged = scheduler.Add(
            Options(2) with { Build = () => new TrainingRun(SmallPictures.DivergingConfig("small"), SmallPictures.Data) });
        await Task.WhenAll(completed.Ended, diverged.Ended).WaitAsync(Ct);
        Assert.Equal(alone.Weights, completed.ReadPending().Weights);
        Assert.Equal((RunEndingKind.Diverged, null), (diverged.ReadPending().Ending?.Kind, diverged.ReadPending().Weights));

        using var saved = new TrainingRun(SmallPictures.LongConfig("small"), SmallPictures.Data);
        var sink = new RunBuffer(Options(3));
        while (saved.Step < 7)
        {
            saved.Advance(sink);
        }

        var checkpoint = saved.Save();
        var paused = scheduler.Add(Options(4) with
        {
            Build = () => TrainingRun.Resume(SmallPictures.LongConfig("small"), SmallPictures.Data, checkpoint),
            Resumes = true,
            StartsPaused = true,
        });
        scheduler.Stop(paused);
        await paused.Ended.WaitAsync(Ct);
        Assert.Equal(RunEndingKind.Stopped, paused.ReadPending().Ending?.Kind);
        Assert.Equal(saved.Weights().ToSafetensors(), paused.ReadPending().Weights);
    }
}
