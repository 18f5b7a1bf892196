using Classroom.Runs.Curves;
using Classroom.Runs.Grains;
using Classroom.Runs.Live;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

[Collection(SharedClassroomCollection.Name)]
public sealed class RunFeedTests(SharedClassroom shared)
{
    private TestClassroom Classroom => shared.Classroom;

    [Fact]
    public async Task Early_late_and_leaving_viewers_see_the_same_points_without_gap_or_repeat()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = SmallPictures.Config(shared.Pictures, epochs: 100);
        var id = await Classroom.CreateAsync(owner, config);
        var early = FollowAsync(owner, id);
        var halfway = new TaskCompletionSource();
        var passing = Task.Run(async () =>
        {
            for (var finished = false; !finished;)
            {
                await using var watch = await Classroom.Runs.WatchAsync(owner, id, Ct);
                var news = watch!.Live.Read(0, 0);
                Assert.Equal(Enumerable.Range(0, news.Points.Count), news.Points.Select(point => point.Sequence));
                finished = news.Status.State.IsFinished();
                if (finished || news.Points.Count > 200)
                {
                    halfway.TrySetResult();
                }

                await (finished ? Task.CompletedTask : news.More.WaitAsync(Ct));
            }
        }, Ct);
        await halfway.Task.WaitAsync(Ct);
        var late = FollowAsync(owner, id);

        var curves = await Task.WhenAll(early, late).WaitAsync(Ct);
        await passing.WaitAsync(Ct);

        var alone = SmallPictures.Undisturbed(config);
        Assert.All(curves, curve => Assert.Equal(alone, CurveCodec.Encode(curve)));
    }

    [Fact]
    public async Task Who_comes_while_the_last_viewer_leaves_is_kept_up()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var id = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        var watch = await Classroom.Runs.WatchAsync(owner, id, Ct);
        for (var i = 0; i < 15; i++)
        {
            var leaving = watch!.DisposeAsync().AsTask();
            watch = await Classroom.Runs.WatchAsync(owner, id, Ct);
            await leaving;

            var seen = watch!.Live.Read(0, 0);
            await seen.More.WaitAsync(Ct);
            var more = watch.Live.Read(seen.Points.Count, seen.Frames.Count);

            // Were the subscription lost, only its renewal would bring news, and the run would have ended by then.
            Assert.False(more.Status.State.IsFinished());
        }

        await watch!.DisposeAsync();
        Assert.Null(await Classroom.Runs.StopAsync(owner, id));
    }

    [Fact]
    public async Task Viewers_see_every_state_and_a_second_leave_is_harmless()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var id = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        var first = (await Classroom.Runs.WatchAsync(owner, id, Ct))!;
        var second = (await Classroom.Runs.WatchAsync(owner, id, Ct))!;
        await first.DisposeAsync();
        await first.DisposeAsync();

        await UntilStateAsync(RunState.Running);
        Assert.Null(await Classroom.Runs.PauseAsync(owner, id));
        await UntilStateAsync(RunState.Paused);
        Assert.Null(await Classroom.Runs.ResumeAsync(owner, id));
        await UntilStateAsync(RunState.Running);
        Assert.Null(await Classroom.Runs.StopAsync(owner, id));
        await UntilStateAsync(RunState.Stopped);
        Assert.Equal((await Classroom.FindAsync(id)).Points, second.Live.Read(0, 0).Points.Count);
        await second.DisposeAsync();

        async Task UntilStateAsync(RunState state)
        {
            for (var news = second.Live.Read(0, 0); news.Status.State != state; news = second.Live.Read(0, 0))
            {
                await news.More.WaitAsync(Longest, Ct);
            }
        }
    }

    [Fact]
    public async Task Updates_that_come_twice_late_or_with_a_gap_before_them_change_nothing_that_is_true()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = SmallPictures.LongConfig(shared.Pictures);
        var id = await Classroom.CreateAsync(owner, config);
        await Classroom.UntilAsync(id, "the run trains", run => run.Points > 20);
        Assert.Null(await Classroom.Runs.PauseAsync(owner, id));
        var run = await Classroom.FindAsync(id);
        await using var watch = await Classroom.Runs.WatchAsync(owner, id, Ct);
        var curve = SmallPictures.Undisturbed(config, run.Points);
        var status = RunStatus.From(run);
        var twice = new RunUpdate { RunId = id, FirstSequence = 0, Chunk = curve, FirstFrame = 0, Frames = [], Status = status };
        var points = CurveCodec.Decode(0, curve);
        var late =
            twice with { Chunk = CurveCodec.Encode([.. points.Take(10)]), Status = status with { State = RunState.Running, Step = 10 } };
        var afterGap = twice with { FirstSequence = run.Points + 5, Chunk = CurveCodec.Encode([points[0]]) };

        foreach (var update in new[] { twice, late, afterGap })
        {
            await ((IRunObserver)Classroom.Get<RunFeed>()).OnUpdateAsync(update);

            // A newcomer is let in after the update has been looked at.
            await using var after = await Classroom.Runs.WatchAsync(owner, id, Ct);
            var news = watch!.Live.Read(0, 0);
            Assert.Equal(curve, CurveCodec.Encode(news.Points));
            Assert.Equal(status, news.Status);
        }

        Assert.Null(await Classroom.Runs.StopAsync(owner, id));
    }

    /// <summary>All that a viewer sees until the run has ended; fails where the state is ahead of the points.</summary>
    private async Task<IReadOnlyList<MetricPoint>> FollowAsync(Actor viewer, Guid id)
    {
        await using var watch = await Classroom.Runs.WatchAsync(viewer, id, Ct);
        var seen = new List<MetricPoint>();
        var frames = 0;
        while (true)
        {
            var news = watch!.Live.Read(seen.Count, frames);
            Assert.Equal(Enumerable.Range(seen.Count, news.Points.Count), news.Points.Select(point => point.Sequence));
            seen.AddRange(news.Points);
            frames += news.Frames.Count;
            Assert.True(news.Status.Step <= (seen.Count > 0 ? seen[^1].Step : 0));
            if (news.Status.State.IsFinished())
            {
                Assert.Equal(news.Status.Steps, news.Status.Step);
                return seen;
            }

            await news.More.WaitAsync(Ct);
        }
    }
}
