using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class RunAppendTests(SchoolTemplates templates)
{
    internal static RunProgress At(RunState state) => new() { State = state, Step = 10, Epoch = 1, TrainingMilliseconds = 1_000 };

    private static RunProgress Points(int first, int count) =>
        At(RunState.Running) with { Chunk = new CurveChunk(first, count, [(byte)first, (byte)count]) };

    private static RunProgress Frames(params int[] indexes) =>
        At(RunState.Running) with { Frames = [.. indexes.Select(index => new StoredFrame(index, 10, 1, "gradient-norm", $"[{index}]"))] };

    [Theory, BothProviders]
    public async Task Appended_points_and_frames_read_back_in_order_from_anywhere(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await NewRunAsync(school);

        Assert.True(await school.Journal.AppendAsync(run, token, Points(0, 3), Ct));
        Assert.True(await school.Journal.AppendAsync(run, token, Points(3, 2) with { Frames = Frames(0, 1).Frames }, Ct));
        Assert.True(await school.Journal.AppendAsync(run, token, Frames(2), Ct));

        Assert.Equal([0, 3], (await school.Journal.ReadChunksAsync(run, 0, Ct)).Select(chunk => chunk.FirstSequence));
        Assert.Equal([0, 3], (await school.Journal.ReadChunksAsync(run, 2, Ct)).Select(chunk => chunk.FirstSequence));
        var last = Assert.Single(await school.Journal.ReadChunksAsync(run, 3, Ct));
        Assert.Equal<byte>([3, 2], last.Data);
        Assert.Empty(await school.Journal.ReadChunksAsync(run, 5, Ct));
        Assert.Equal(["[1]", "[2]"], (await school.Journal.ReadFramesAsync(run, 1, Ct)).Select(frame => frame.Json));
        var read = (await school.Journal.FindAsync(run, Ct))!;
        Assert.Equal((5, 3), (read.Points, read.Frames));
    }

    [Theory, BothProviders]
    public async Task A_gap_or_a_repeat_is_refused_and_leaves_nothing_behind(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await NewRunAsync(school);
        Assert.True(await school.Journal.AppendAsync(run, token, Points(0, 3) with { Frames = Frames(0).Frames }, Ct));
        var before = await school.Journal.FindAsync(run, Ct);

        RunProgress[] wrong = [
            Points(4, 1), Points(2, 3), Points(0, 3), Frames(2), Frames(0), Frames(1, 3), Points(3, 1) with { Frames = Frames(0).Frames }
        ];
        foreach (var progress in wrong)
        {
            Assert.False(await school.Journal.AppendAsync(run, token, progress with { Step = 99 }, Ct));
        }

        Assert.Equivalent(before, await school.Journal.FindAsync(run, Ct), strict: true);
        Assert.Single(await school.Journal.ReadChunksAsync(run, 0, Ct));
        Assert.Single(await school.Journal.ReadFramesAsync(run, 0, Ct));
    }

    [Theory, BothProviders]
    public async Task A_holder_of_an_old_token_writes_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, old) = await NewRunAsync(school);
        var current = (await school.Journal.TakeTokenAsync(run, Engines.First, Ct))!.Value;

        Assert.False(await school.Journal.AppendAsync(run, old, Points(0, 3), Ct));
        Assert.True(await school.Journal.AppendAsync(run, current, Points(0, 2), Ct));
        Assert.False(await school.Journal.AppendAsync(run, old, At(RunState.Failed), Ct));

        Assert.True(current > old);
        Assert.Equal(2, Assert.Single(await school.Journal.ReadChunksAsync(run, 0, Ct)).Count);
        Assert.Equal(RunState.Running, (await school.Journal.FindAsync(run, Ct))!.State);
    }

    [Theory, BothProviders]
    public async Task Tokens_taken_at_once_are_all_different(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, first) = await NewRunAsync(school);

        var tokens = await AtOnce(6, () => school.Journal.TakeTokenAsync(run, Engines.First, Ct));

        Assert.Equal(Enumerable.Range(1, 6).Select(n => (long?)(first + n)), tokens.Order());
        Assert.Null(await school.Journal.TakeTokenAsync(Guid.NewGuid(), Engines.First, Ct));
    }

    [Theory, BothProviders]
    public async Task The_same_chunk_written_several_times_at_once_is_stored_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await NewRunAsync(school);

        var stored = await AtOnce(6, () => school.Journal.AppendAsync(run, token, Points(0, 3), Ct));

        Assert.Single(stored, written => written);
        Assert.Equal(3, (await school.Journal.FindAsync(run, Ct))!.Points);
        Assert.Single(await school.Journal.ReadChunksAsync(run, 0, Ct));
    }

    [Theory, BothProviders]
    public async Task An_ended_run_takes_no_more_points(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await NewRunAsync(school);
        school.Clock.Now += TimeSpan.FromSeconds(7);
        Assert.True(
            await school.Journal.AppendAsync(run, token, Points(0, 1) with { State = RunState.Stopped, Message = "Stopped by Ana." }, Ct));

        Assert.False(await school.Journal.AppendAsync(run, token, Points(1, 1), Ct));

        var read = (await school.Journal.FindAsync(run, Ct))!;
        Assert.Equal((RunState.Stopped, "Stopped by Ana.", 1), (read.State, read.Message, read.Points));
        Assert.Equal(school.Clock.Now, read.EndedUtc);
    }

    [Theory, BothProviders]
    public async Task A_loss_that_is_not_a_number_leaves_the_last_good_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await NewRunAsync(school);
        await school.Journal.AppendAsync(run, token, At(RunState.Running) with { TrainLoss = 0.5, ValLoss = 0.75, ValAccuracy = 0.25 }, Ct);

        await school.Journal.AppendAsync(
            run, token, At(RunState.Diverged) with { TrainLoss = double.NaN, ValLoss = double.PositiveInfinity }, Ct);

        var read = (await school.Journal.FindAsync(run, Ct))!;
        Assert.Equal((RunState.Diverged, 0.5, 0.75, 0.25), (read.State, read.TrainLoss, read.ValLoss, read.ValAccuracy));
    }

    [Theory, BothProviders]
    public async Task The_first_start_counts_also_after_a_pause(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await NewRunAsync(school);
        await school.Journal.AppendAsync(run, token, At(RunState.Running), Ct);
        var started = school.Clock.Now;
        school.Clock.Now += TimeSpan.FromMinutes(1);

        await school.Journal.AppendAsync(run, token, At(RunState.Paused), Ct);
        await school.Journal.AppendAsync(run, token, At(RunState.Queued), Ct);
        await school.Journal.AppendAsync(run, token, At(RunState.Running), Ct);

        var read = (await school.Journal.FindAsync(run, Ct))!;
        Assert.Equal(started, read.StartedUtc);
        Assert.Null(read.EndedUtc);
    }

    [Theory, BothProviders]
    public async Task A_run_that_ends_before_anyone_wrote_that_it_trains_has_started_all_the_same(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (trained, token) = await NewRunAsync(school);
        var (stopped, otherToken) = await NewRunAsync(school);

        await school.Journal.AppendAsync(trained, token, At(RunState.Completed) with { Step = 3 }, Ct);
        await school.Journal.AppendAsync(stopped, otherToken, At(RunState.Stopped) with { Step = 0 }, Ct);

        Assert.Equal(school.Clock.Now, (await school.Journal.FindAsync(trained, Ct))!.StartedUtc);
        Assert.Null((await school.Journal.FindAsync(stopped, Ct))!.StartedUtc);
    }

    internal static async Task<(Guid Run, long Token)> NewRunAsync(TestSchool school)
    {
        var student = await school.AddAsync(Role.Student);
        var run = (await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Value!;
        return (run.Id, (await school.Journal.TakeTokenAsync(run.Id, Engines.First, Ct))!.Value);
    }
}
