using Classroom.Runs.Curves;
using Classroom.Runs.Grains;
using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Runs.Tests;

[Collection(SharedClassroomCollection.Name)]
public sealed class RunLifecycleTests(SharedClassroom shared)
{
    private TestClassroom Classroom => shared.Classroom;

    [Fact]
    public async Task A_run_trains_to_its_end_and_its_curve_and_frames_are_stored_in_order()
    {
        const int epochs = 20;
        var config = SmallPictures.Config(shared.Pictures, epochs);
        var id = await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), config);

        var run = await Classroom.UntilFinishedAsync(id);

        Assert.Equal((RunState.Completed, null), (run.State, run.Message));
        Assert.Equal((epochs * SmallPictures.StepsPerEpoch, run.Steps), (run.Step, run.Step));
        Assert.Equal((epochs, epochs, epochs * SmallPictures.PointsPerEpoch), (run.Epoch, run.Epochs, run.Points));
        Assert.True(run.CreatedUtc <= run.StartedUtc && run.StartedUtc <= run.EndedUtc);
        Assert.True(run.TrainingMilliseconds > 0);
        var curve = await Classroom.CurveAsync(id);
        Assert.Equal(Enumerable.Range(0, run.Points), curve.Select(point => point.Sequence));
        Assert.Equal(curve.Last(point => point.TrainLoss.HasValue).TrainLoss, (float?)run.TrainLoss);
        Assert.Equal((curve[^1].ValLoss, curve[^1].ValAccuracy), ((float?)run.ValLoss, (float?)run.ValAccuracy));
        Assert.True(curve[^1].ValLoss < curve[SmallPictures.PointsPerEpoch - 1].ValLoss);

        // While it trained there were more: what was new every tenth of a second.
        await UntilAsync("its curve is put together", async () => (await Classroom.Journal.ReadChunksAsync(id, 0, Ct)).Count == 1);
        var frames = await Classroom.Journal.ReadFramesAsync(id, 0, Ct);
        Assert.Equal(
            SmallPictures.Alone(config).Frames.Select(frame => (frame.Step, frame.Json)), frames.Select(frame => (frame.Step, frame.Json)));
        Assert.Equal(Enumerable.Range(0, run.Frames), frames.Select(frame => frame.Index));
    }

    [Fact]
    public async Task The_same_config_stores_the_same_bytes_also_beside_other_runs()
    {
        var config = SmallPictures.Config(shared.Pictures, epochs: 40, seed: 7, dropout: 0.3);
        Guid[] ids =
        [
            await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), config),
            await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), config with { Seed = 8 }),
            await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), config),
        ];
        foreach (var id in ids)
        {
            await Classroom.UntilFinishedAsync(id);
        }

        var alone = SmallPictures.Undisturbed(config);
        Assert.Equal(alone, await Classroom.CurveBytesAsync(ids[0]));
        Assert.Equal(alone, await Classroom.CurveBytesAsync(ids[2]));
        Assert.NotEqual(alone, await Classroom.CurveBytesAsync(ids[1]));
    }

    [Fact]
    public async Task Pausing_holds_the_step_resuming_goes_on_and_stopping_ends()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var id = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        await Classroom.UntilAsync(id, "the run trains", run => run is { State: RunState.Running, Step: > 10 });
        Assert.IsType<Refusal.Conflict>(await Classroom.Runs.ResumeAsync(owner, id));

        Assert.Null(await Classroom.Runs.PauseAsync(owner, id));
        var paused = await Classroom.FindAsync(id);
        Assert.Equal(RunState.Paused, paused.State);
        Assert.Equal(paused.Step, (await Classroom.CurveAsync(id))[^1].Step);
        Assert.IsType<Refusal.Conflict>(await Classroom.Runs.PauseAsync(owner, id));

        // Somebody else's run has started and ended meanwhile.
        await Classroom.UntilFinishedAsync(
            await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), SmallPictures.Config(shared.Pictures, epochs: 5)));
        var still = await Classroom.FindAsync(id);
        Assert.Equal((paused.State, paused.Step, paused.Points), (still.State, still.Step, still.Points));

        Assert.Null(await Classroom.Runs.ResumeAsync(owner, id));
        await Classroom.UntilAsync(id, "the run goes on", run => run.State == RunState.Running && run.Step > paused.Step);

        Assert.Null(await Classroom.Runs.StopAsync(owner, id));
        var stopped = await Classroom.FindAsync(id);
        Assert.Equal(RunState.Stopped, stopped.State);
        Assert.NotNull(stopped.EndedUtc);
        Assert.Equal(Enumerable.Range(0, stopped.Points), (await Classroom.CurveAsync(id)).Select(point => point.Sequence));
        Assert.Equal("This run has already ended.", (await Classroom.Runs.StopAsync(owner, id))?.Message);
        Assert.IsType<Refusal.Conflict>(await Classroom.Runs.PauseAsync(owner, id));
        Assert.IsType<Refusal.Conflict>(await Classroom.Runs.ResumeAsync(owner, id));
    }

    [Fact]
    public async Task A_students_second_run_waits_for_the_first_and_can_be_stopped_while_it_waits()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var first = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        var second = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures, seed: 2));
        var third = await Classroom.CreateAsync(owner, SmallPictures.Config(shared.Pictures, epochs: 2));
        await Classroom.UntilAsync(first, "the first run trains", run => run.Step > 50);

        Assert.Equal((RunState.Queued, 0), ((await Classroom.FindAsync(second)).State, (await Classroom.FindAsync(third)).Points));
        Assert.Null(await Classroom.Runs.StopAsync(owner, second));
        Assert.Equal((RunState.Stopped, 0), ((await Classroom.FindAsync(second)).State, (await Classroom.FindAsync(second)).Step));

        Assert.Null(await Classroom.Runs.StopAsync(owner, first));
        Assert.Equal(RunState.Completed, (await Classroom.UntilFinishedAsync(third)).State);
    }

    [Fact]
    public async Task Stopping_pausing_and_resuming_all_at_once_leave_a_stopped_run_with_a_whole_curve()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var id = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        var calls = Enumerable.Range(0, 30).Select(i => (i % 2) switch
        {
            0 => Classroom.Runs.PauseAsync(owner, id),
            _ => Classroom.Runs.ResumeAsync(owner, id),
        });
        await Task.WhenAll([.. calls, Classroom.Runs.StopAsync(owner, id)]).WaitAsync(Ct);

        var run = await Classroom.FindAsync(id);
        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal(run.Points, (await Classroom.CurveAsync(id)).Count);
    }

    [Fact]
    public async Task A_learning_rate_far_too_large_ends_as_diverged_with_the_step_and_advice()
    {
        var id = await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), SmallPictures.DivergingConfig(shared.Pictures));

        var run = await Classroom.UntilFinishedAsync(id);

        Assert.Equal(RunState.Diverged, run.State);
        Assert.Contains("learning rate", run.Message, StringComparison.Ordinal);
        var last = (await Classroom.CurveAsync(id))[^1];
        Assert.False(float.IsFinite(last.TrainLoss ?? last.ValLoss!.Value));
        Assert.Equal(last.Step, run.Step);
        Assert.InRange(run.Step, 1, run.Steps - 1);
    }

    [Fact]
    public async Task A_run_whose_data_set_is_damaged_fails_with_a_message_and_without_a_trace_of_training()
    {
        var pictures = await Classroom.AddPicturesAsync("Columns to damage");
        await using var db = Classroom.OpenContext();
        await db.DataSetParts.Where(part => part.DataSetId == Guid.Parse(pictures))
            .ExecuteUpdateAsync(set => set.SetProperty(part => part.Data, part => new byte[] { 1, 2, 3 }), Ct);

        var id = await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), SmallPictures.Config(pictures, epochs: 1));

        var run = await Classroom.FindAsync(id);
        Assert.Equal((RunState.Failed, 0), (run.State, run.Points));
        Assert.Contains("ask your teacher", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_run_needs_no_grain()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = SmallPictures.Config(shared.Pictures, epochs: 3);
        var id = await Classroom.CreateAsync(owner, config);
        await Classroom.UntilFinishedAsync(id);
        await UntilAsync("its grain goes", async () => !await IsActiveAsync());

        Assert.Equal(RunState.Completed, (await Classroom.Runs.FindAsync(owner, id, Ct))?.State);
        await using (var watch = await Classroom.Runs.WatchAsync(owner, id, Ct))
        {
            var news = watch!.Live.Read(0, 0);
            Assert.Equal(
                (RunState.Completed, 3 * SmallPictures.PointsPerEpoch, SmallPictures.Alone(config).Frames.Count),
                (news.Status.State, news.Points.Count, news.Frames.Count));
        }

        Assert.False(await IsActiveAsync());

        async Task<bool> IsActiveAsync() =>
            (await Classroom.Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
                .Any(grain => grain.GrainId == Classroom.Grains.GetGrain<IRunGrain>(id).GetGrainId());
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_does_not_leave_the_run_without_a_driver()
    {
        var config = SmallPictures.LongConfig(shared.Pictures);
        var owner = await Classroom.AddAsync(Role.Student);
        var id = await Classroom.CreateAsync(owner, config);
        await Classroom.UntilAsync(id, "the run trains", run => run.Points > 0);
        Assert.Null(await Classroom.Runs.PauseAsync(owner, id));

        // What the grain would have written next, with its own token, as if only the answer had not reached it.
        var run = await Classroom.FindAsync(id);
        var next = CurveCodec.Decode(0, SmallPictures.Undisturbed(config, run.Points + 3)).Skip(run.Points).ToList();
        Assert.True(await Classroom.Journal.AppendAsync(id, run.FencingToken, new RunProgress
        {
            State = RunState.Paused,
            Step = run.Step,
            Epoch = run.Epoch,
            TrainingMilliseconds = run.TrainingMilliseconds,
            Chunk = new CurveChunk(run.Points, next.Count, CurveCodec.Encode(next)),
        }, Ct));
        Assert.Null(await Classroom.Runs.ResumeAsync(owner, id));

        await Classroom.UntilAsync(id, "the run goes on", stored => stored.Points > run.Points + 20);
        await Classroom.AssertStoppedCurveAsync(owner, id, config);
    }
}
