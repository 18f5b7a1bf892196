using Classroom.School.People;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;

namespace Classroom.Runs.Tests;

/// <summary>What is written down of the engine that computes a run.</summary>
public sealed class RunEngineTests(TestDatabases databases)
{
    [Theory, BothProviders]
    public async Task A_run_that_another_engine_goes_on_with_names_both(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        Actor owner;
        Guid moved, waited;
        TrainingConfig config;
        await using (var first = await TestClassroom.StartAsync(database, check: () => Reports.Of("library, AVX2", "Old processor")))
        {
            config = SmallPictures.LongConfig(await first.AddPicturesAsync());
            owner = await first.AddAsync(Role.Student);
            moved = await first.CreateAsync(owner, config);
            waited = await first.CreateAsync(owner, config with { Epochs = 1 });
            await first.UntilAsync(moved, "the run trains", run => run.Points > 10);
            Assert.Equal(("library, AVX2", "Old processor"), await ComputedWithAsync(first, moved));
        }

        await using var second = await TestClassroom.StartAsync(database, check: () => Reports.Of("own kernels", "New processor"));
        var before = await second.FindAsync(moved);
        await second.UntilAsync(moved, "it goes on", run => run.Points > before.Points);
        Assert.Equal(("library, AVX2 → own kernels", "Old processor → New processor"), await ComputedWithAsync(second, moved));
        await second.AssertStoppedCurveAsync(owner, moved, config);

        // The first one took this up as well, but only had it wait.
        await second.UntilFinishedAsync(waited);
        Assert.Equal(("own kernels", "New processor"), await ComputedWithAsync(second, waited));
    }

    [Fact]
    public async Task A_run_names_the_real_engine_of_this_process()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 1));

        await classroom.UntilFinishedAsync(id);

        Assert.Equal((Engine.Report.Setting, Processor.Current.Name), await ComputedWithAsync(classroom, id));
    }

    private static async Task<(string? Engine, string? Processor)> ComputedWithAsync(TestClassroom classroom, Guid id) =>
        await classroom.FindAsync(id) is var run ? (run.Engine, run.Processor) : default;
}
