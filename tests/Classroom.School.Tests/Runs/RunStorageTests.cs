using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class RunStorageTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_last_good_checkpoint_is_kept_beside_the_new_one_and_none_once_the_run_has_ended(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await RunAppendTests.NewRunAsync(school);

        foreach (var (step, before) in new (int, int?)[] { (10, null), (20, 10), (30, 20), (40, 20), (40, 20) })
        {
            Assert.True(await school.Journal.AppendAsync(run, token, Saving(step, before), Ct));
        }

        var newest = (await school.Journal.FindCheckpointAsync(run, int.MaxValue, Ct))!;
        Assert.Equal((40, true), (newest.Step, newest.IsIntact()));
        Assert.Equal<byte>([40, 1, 2], newest.Data);
        Assert.Equal(20, (await school.Journal.FindCheckpointAsync(run, 40, Ct))!.Step);
        Assert.Null(await school.Journal.FindCheckpointAsync(run, 20, Ct));

        Assert.True(await school.Journal.AppendAsync(
            run, token, RunAppendTests.At(RunState.Diverged) with { Checkpoint = new Checkpoint(50, [5], 40) }, Ct));
        Assert.Null(await school.Journal.FindCheckpointAsync(run, int.MaxValue, Ct));
        Assert.Null(await school.Journal.ReadWeightsAsync(run, Ct));
    }

    [Theory, BothProviders]
    public async Task A_holder_of_an_old_token_keeps_neither_checkpoint_nor_weights(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, old) = await RunAppendTests.NewRunAsync(school);
        var current = (await school.Journal.TakeTokenAsync(run, Engines.First, Ct))!.Value;
        Assert.True(await school.Journal.AppendAsync(run, current, Saving(10, null), Ct));

        Assert.False(await school.Journal.AppendAsync(run, old, Saving(20, null), Ct));
        Assert.False(await school.Journal.AppendAsync(run, old, RunAppendTests.At(RunState.Completed) with { Weights = [1] }, Ct));

        Assert.Equal(10, (await school.Journal.FindCheckpointAsync(run, int.MaxValue, Ct))!.Step);
        Assert.Null(await school.Journal.ReadWeightsAsync(run, Ct));
    }

    [Theory, BothProviders]
    public async Task The_weights_of_a_persons_newest_fifty_runs_stay_and_those_of_others_with_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ids = new List<Guid>();
        var (owner, other) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var others = await EndedAsync(school, other, 99);
        for (byte i = 0; i < RunQuota.WeightsPerPerson + 2; i++)
        {
            ids.Add(await EndedAsync(school, owner, i));
        }

        await using var db = school.OpenContext();
        Assert.Equal(ids.Skip(2).Append(others).Order(), (await db.RunWeights.Select(weights => weights.RunId).ToListAsync(Ct)).Order());
        Assert.Null(await school.Runs.FindWithWeightsAsync(owner, ids[1], Ct));
        Assert.Equal(ids[2], (await school.Runs.FindWithWeightsAsync(owner, ids[2], Ct))?.Id);
        Assert.Equal([2], await school.Runs.ReadWeightsAsync(owner, ids[2], Ct));
        Assert.Null(await school.Runs.FindWithWeightsAsync(other, ids[2], Ct));
        Assert.Null(await school.Runs.ReadWeightsAsync(other, ids[2], Ct));
    }

    [Theory, BothProviders]
    public async Task The_chunks_of_a_finished_run_are_replaced_if_none_of_its_points_is_lost(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (run, token) = await RunAppendTests.NewRunAsync(school);
        Assert.True(await school.Journal.AppendAsync(
            run, token, RunAppendTests.At(RunState.Running) with { Chunk = new CurveChunk(0, 2, [1]) }, Ct));
        Assert.False(await school.Journal.ReplaceChunksAsync(run, [new CurveChunk(0, 2, [9])], Ct));
        Assert.True(await school.Journal.AppendAsync(
            run, token, RunAppendTests.At(RunState.Completed) with { Chunk = new CurveChunk(2, 1, [2]) }, Ct));

        Assert.False(await school.Journal.ReplaceChunksAsync(run, [new CurveChunk(0, 2, [9])], Ct));
        Assert.Equal(2, (await school.Journal.ReadChunksAsync(run, 0, Ct)).Count);
        Assert.True(await school.Journal.ReplaceChunksAsync(run, [new CurveChunk(0, 3, [9])], Ct));

        var whole = Assert.Single(await school.Journal.ReadChunksAsync(run, 0, Ct));
        Assert.Equal((0, 3), (whole.FirstSequence, whole.Count));
        Assert.Equal<byte>([9], whole.Data);
    }

    [Theory, BothProviders]
    public async Task What_a_teacher_or_an_admin_trains_is_a_demonstration(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        foreach (var role in Enum.GetValues<Role>())
        {
            var run = (await school.RunCreator.CreateAsync(await school.AddAsync(role), RunTests.Wanted, Ct)).Value!;
            Assert.Equal(role != Role.Student, await school.Journal.IsDemonstrationAsync(run.Id, Ct));
        }
    }

    private static RunProgress Saving(int step, int? before) =>
        RunAppendTests.At(RunState.Running) with { Step = step, Checkpoint = new Checkpoint(step, [(byte)step, 1, 2], before) };

    private static async Task<Guid> EndedAsync(TestSchool school, Actor owner, byte weights)
    {
        school.Clock.Now += TimeSpan.FromMinutes(1);
        var run = (await school.RunCreator.CreateAsync(owner, RunTests.Wanted, Ct)).Value!.Id;
        var token = (await school.Journal.TakeTokenAsync(run, Engines.First, Ct))!.Value;
        Assert.True(await school.Journal.AppendAsync(run, token, RunAppendTests.At(RunState.Completed) with { Weights = [weights] }, Ct));
        return run;
    }
}
