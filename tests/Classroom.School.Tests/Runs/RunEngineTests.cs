using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class RunEngineTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Who_computes_a_run_is_written_down_once_and_in_order(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var run = await NewRunAsync(school);
        Assert.Equal((null, null), await ComputedWithAsync(school, run));

        await school.Journal.TakeTokenAsync(run, Engines.Elsewhere, Ct);
        Assert.Equal(("own kernels", "New processor"), await ComputedWithAsync(school, run));
        await TrainAsync(school, run, Engines.First);
        Assert.Equal(("library, AVX2", "Old processor"), await ComputedWithAsync(school, run));
        await school.Journal.TakeTokenAsync(run, Engines.First, Ct);
        Assert.Equal(("library, AVX2", "Old processor"), await ComputedWithAsync(school, run));
        await school.Journal.TakeTokenAsync(run, Engines.Second, Ct);
        Assert.Equal(("library, AVX2 → own kernels", "Old processor"), await ComputedWithAsync(school, run));
        await school.Journal.TakeTokenAsync(run, Engines.Elsewhere, Ct);
        await school.Journal.TakeTokenAsync(run, Engines.First, Ct);

        Assert.Equal(
            ("library, AVX2 → own kernels → library, AVX2", "Old processor → New processor → Old processor"),
            await ComputedWithAsync(school, run));
        Assert.Equal(6, (await school.Journal.FindAsync(run, Ct))!.FencingToken);
    }

    [Theory, BothProviders]
    public async Task A_run_that_has_ended_keeps_what_computed_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var run = await NewRunAsync(school);
        await TrainAsync(school, run, Engines.First, RunState.Completed);

        await school.Journal.TakeTokenAsync(run, Engines.Elsewhere, Ct);

        Assert.Equal(("library, AVX2", "Old processor"), await ComputedWithAsync(school, run));
    }

    [Theory, BothProviders]
    public async Task Where_there_is_no_room_for_all_the_newest_stay(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var run = await NewRunAsync(school);
        await TrainAsync(school, run, Engines.First);

        for (var i = 0; i < 40; i++)
        {
            await school.Journal.TakeTokenAsync(run, new RunEngine($"setting {i} {new string('x', 60)}", $"processor {i}"), Ct);
        }

        var (engine, processor) = await ComputedWithAsync(school, run);
        Assert.StartsWith("… → setting 34 ", engine, StringComparison.Ordinal);
        Assert.Equal(["34", "35", "36", "37", "38", "39"], engine!.Split(" → ")[1..].Select(part => part.Split(' ')[1]));
        Assert.StartsWith("… → processor ", processor, StringComparison.Ordinal);
        Assert.EndsWith(" → processor 38 → processor 39", processor, StringComparison.Ordinal);
        Assert.InRange(processor!.Length, 280, 300);

        await school.Journal.TakeTokenAsync(run, new RunEngine(new string('y', 900), new string('z', 900)), Ct);
        Assert.Equal(("… → " + new string('y', 496), "… → " + new string('z', 296)), await ComputedWithAsync(school, run));
    }

    private static async Task<Guid> NewRunAsync(TestSchool school) =>
        (await school.RunCreator.CreateAsync(await school.AddAsync(Role.Student), RunTests.Wanted, Ct)).Value!.Id;

    /// <summary>Takes the run up and stores a first point.</summary>
    private static async Task TrainAsync(TestSchool school, Guid run, RunEngine engine, RunState state = RunState.Running)
    {
        var token = (await school.Journal.TakeTokenAsync(run, engine, Ct))!.Value;
        Assert.True(await school.Journal.AppendAsync(run, token, RunAppendTests.At(state) with { Chunk = new CurveChunk(0, 1, [1]) }, Ct));
    }

    private static async Task<(string? Engine, string? Processor)> ComputedWithAsync(TestSchool school, Guid run) =>
        await school.Journal.FindAsync(run, Ct) is { } found
            ? (found.Engine, found.Processor)
            : throw new InvalidOperationException("The run is gone.");
}
