using Classroom.Runs.Grains;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Runs.Tests;

[Trait("Category", "Long")]
public sealed class RunDurabilityTests(TestDatabases databases)
{
    [Theory, BothProviders]
    public async Task After_a_crash_the_finished_curve_equals_the_undisturbed_one(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        Guid id, paused;
        TrainingConfig config, longConfig;
        Run before;
        Actor owner;
        await using (var first = await TestClassroom.StartAsync(database))
        {
            var pictures = await first.AddPicturesAsync();
            (config, longConfig) = (SmallPictures.Config(pictures, epochs: 300, dropout: 0.2), SmallPictures.LongConfig(pictures));
            owner = await first.AddAsync(Role.Student);
            paused = await first.CreateAsync(owner, longConfig);
            await first.UntilAsync(paused, "the run that will be paused trains", run => run.Points > 10);
            Assert.Null(await first.Runs.PauseAsync(owner, paused));
            before = await first.FindAsync(paused);
            id = await first.CreateAsync(await first.AddAsync(Role.Student), config);
            await first.UntilAsync(id, "the other run trains", run => run.Points > 10);
        }

        await using var second = await TestClassroom.StartAsync(database);
        Assert.Equal(RunState.Completed, (await second.UntilFinishedAsync(id)).State);
        Assert.Equal(2, (await second.FindAsync(id)).FencingToken);
        Assert.Equal(SmallPictures.Undisturbed(config), await second.CurveBytesAsync(id));
        Assert.Equal(
            SmallPictures.Alone(config).Frames.Select(frame => frame.Json),
            (await second.Journal.ReadFramesAsync(id, 0, Ct)).Select(frame => frame.Json));

        // What was paused stays so until somebody wants it back.
        var after = await second.FindAsync(paused);
        Assert.Equal((RunState.Paused, before.Step, before.Points), (after.State, after.Step, after.Points));
        Assert.Null(await second.Runs.ResumeAsync(owner, paused));
        await second.UntilAsync(paused, "it goes on", run => run.Points > before.Points + 20);
        await second.AssertStoppedCurveAsync(owner, paused, longConfig);
    }

    [Fact]
    public async Task A_run_that_ends_on_another_node_than_it_began_on_says_so_and_which_weights_it_has()
    {
        var database = await databases.CreateAsync(Provider.Sqlite);
        Guid id;
        Actor owner;
        await using (var first = await TestClassroom.StartAsync(database))
        {
            owner = await first.AddAsync(Role.Student);
            id = await first.CreateAsync(owner, SmallPictures.LongConfig(await first.AddPicturesAsync()));
            await first.UntilAsync(id, "the run trains", run => run.Points > 10);
        }

        Run before;
        await using (var school = TestDatabases.OpenSchool(database))
        {
            before = (await school.GetRequiredService<RunJournal>().FindAsync(id, Ct))!;
        }

        await using var second = await TestClassroom.StartAsync(database);
        await second.UntilAsync(id, "it goes on", run => run.Points > before.Points + 20);
        Assert.Null(await second.Runs.StopAsync(owner, id));

        var run = await second.FindAsync(id);
        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal(run.Step, run.WeightsStep);
        Assert.Contains($"went away at step {before.Step}.", run.Message, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task After_an_orderly_stop_waiting_runs_keep_their_order_and_all_end(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        var first = await TestClassroom.StartAsync(database, threads: 1);
        var pictures = await first.AddPicturesAsync();
        var owner = await first.AddAsync(Role.Student);
        var training = SmallPictures.Config(pictures, epochs: 300);
        var ids =
            new[] { await first.CreateAsync(owner, training), await first.CreateAsync(owner, training with { Seed = 2, Epochs = 5 }) };
        var watch = (await first.Runs.WatchAsync(owner, ids[0], Ct))!;
        await first.UntilAsync(ids[0], "the first run trains", run => run.Points > 10);
        await first.StopAsync();
        await watch.DisposeAsync();

        await using var second = await TestClassroom.StartAsync(database, threads: 1);
        var (trains, waits) = (await second.FindAsync(ids[0]), await second.FindAsync(ids[1]));
        Assert.Equal((RunState.Running, RunState.Queued, 0), (trains.State, waits.State, waits.Points));
        await second.UntilAsync(ids[1], "the waiting run trains", run => run.Points > 0);

        // Its last points may not be stored yet, but nearly all are.
        Assert.InRange((await second.FindAsync(ids[0])).Points, 1000, 300 * SmallPictures.PointsPerEpoch);
        Assert.Equal(RunState.Completed, (await second.UntilFinishedAsync(ids[1])).State);
        Assert.Equal(RunState.Completed, (await second.UntilFinishedAsync(ids[0])).State);
        Assert.Equal(SmallPictures.Undisturbed(training), await second.CurveBytesAsync(ids[0]));
    }

    [Theory, BothProviders]
    public async Task Of_two_processes_the_newer_one_holds_the_run_and_the_older_can_write_nothing(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        await using var older = await TestClassroom.StartAsync(database, threads: 1);
        var config = SmallPictures.LongConfig(await older.AddPicturesAsync());
        var owner = await older.AddAsync(Role.Student);
        var id = await older.CreateAsync(owner, config);
        var old = await older.UntilAsync(id, "the run trains", run => run.Points > 20);

        // The older one trains on and tries to store what comes of it.
        await using var newer = await TestClassroom.StartAsync(database, threads: 1);
        await UntilAsync(
            "the older one notices", () => older.Log.Any(line => line.Contains("has another holder now", StringComparison.Ordinal)));
        var taken = await newer.FindAsync(id);
        Assert.True(taken.FencingToken > old.FencingToken);
        Assert.False(await older.Journal.AppendAsync(
            id, old.FencingToken, new RunProgress { State = RunState.Failed, Step = 0, Epoch = 0, TrainingMilliseconds = 0 }, Ct));

        await newer.UntilAsync(id, "the newer one goes on", run => run.Points > taken.Points + 20);
        await newer.AssertStoppedCurveAsync(owner, id, config);
        Assert.Equal(taken.FencingToken, (await newer.FindAsync(id)).FencingToken);
    }

    [Fact]
    public async Task While_nothing_can_be_stored_the_run_keeps_it_and_afterwards_nothing_is_missing()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var config = SmallPictures.LongConfig(await classroom.AddPicturesAsync());
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, config);
        await classroom.UntilAsync(id, "the run trains", run => run.Points > 0);

        await ExecuteAsync(classroom, "CREATE TRIGGER Away BEFORE UPDATE ON Runs BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var away = await classroom.FindAsync(id);
        await Assert.ThrowsAnyAsync<Exception>(() => classroom.Runs.PauseAsync(owner, id));
        await UntilAsync(
            "the failure is written down", () => classroom.Log.Any(line => line.Contains("could not be stored", StringComparison.Ordinal)));
        var still = await classroom.FindAsync(id);
        Assert.Equal((RunState.Running, away.Step, away.Points), (still.State, still.Step, still.Points));
        await ExecuteAsync(classroom, "DROP TRIGGER Away");

        await classroom.UntilAsync(id, "the run goes on", run => run.Points > still.Points + 20);
        await classroom.AssertStoppedCurveAsync(owner, id, config);
    }

    [Fact]
    public async Task A_run_that_could_not_start_at_once_is_taken_up_later()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var config = SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 5);

        var owner = await classroom.AddAsync(Role.Student);

        // What the data set is, is known; its examples are not loaded yet.
        await classroom.DataSets.ListAsync(owner, Ct);
        await ExecuteAsync(classroom, "ALTER TABLE DataSetParts RENAME TO Away");
        var id = await classroom.CreateAsync(owner, config);
        Assert.Equal(RunState.Queued, (await classroom.FindAsync(id)).State);
        await ExecuteAsync(classroom, "ALTER TABLE Away RENAME TO DataSetParts");
        await classroom.Get<RunRecovery>().TakeUpAsync(Ct);

        Assert.Equal(RunState.Completed, (await classroom.UntilFinishedAsync(id)).State);
    }

    private static async Task ExecuteAsync(TestClassroom classroom, string sql)
    {
        await using var db = classroom.OpenContext();
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }
}
