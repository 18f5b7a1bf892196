using Microsoft.EntityFrameworkCore;

namespace Classroom.Runs.Tests;

public sealed class RunDurabilityTests(TestDatabases databases)
{
    [Theory, BothProviders]
    public async Task After_a_crash_the_finished_curve_equals_the_undisturbed_one(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        Guid id, paused;
        TrainingConfig config;
        Run before;
        Actor owner;
        await using (var first = await TestClassroom.StartAsync(database))
        {
            config = SmallPictures.Config(await first.AddPicturesAsync(), epochs: 400, dropout: 0.2);
            owner = await first.AddAsync(Role.Student);
            id = await first.CreateAsync(await first.AddAsync(Role.Student), config);
            paused = await first.CreateAsync(owner, config with { Seed = 2, Epochs = 60 });
            await first.UntilAsync(paused, "the second run trains", run => run.Points > 10);
            Assert.Null(await first.Runs.PauseAsync(owner, paused));
            before = await first.FindAsync(paused);
            await first.UntilAsync(id, "the first run trains", run => run.Points > 100);
        }

        await using var second = await TestClassroom.StartAsync(database);
        Assert.False((await second.FindAsync(id)).State.IsFinished(), "The run had ended before the crash.");
        Assert.Equal(RunState.Completed, (await second.UntilFinishedAsync(id)).State);
        Assert.Equal(SmallPictures.Undisturbed(config), await second.CurveBytesAsync(id));
        Assert.Equal(Enumerable.Range(0, config.Epochs + 1), (await second.Store.ReadFramesAsync(id, 0, Ct)).Select(frame => frame.Epoch));

        // What was paused stays so until somebody wants it back.
        var after = await second.FindAsync(paused);
        Assert.Equal((RunState.Paused, before.Step, before.Points), (after.State, after.Step, after.Points));
        Assert.Null(await second.Runs.ResumeAsync(owner, paused));
        Assert.Equal(RunState.Completed, (await second.UntilFinishedAsync(paused)).State);
        Assert.Equal(SmallPictures.Undisturbed(config with { Seed = 2, Epochs = 60 }), await second.CurveBytesAsync(paused));
    }

    [Theory, BothProviders]
    public async Task After_an_orderly_stop_waiting_runs_keep_their_order_and_all_end(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        var first = await TestClassroom.StartAsync(database, threads: 1);
        var pictures = await first.AddPicturesAsync();
        var owner = await first.AddAsync(Role.Student);
        var training = SmallPictures.Config(pictures, epochs: 300);
        var ids = new[] { await first.CreateAsync(owner, training), await first.CreateAsync(owner, training with { Seed = 2, Epochs = 5 }) };
        var watch = (await first.Runs.WatchAsync(owner, ids[0], Ct))!;
        await first.UntilAsync(ids[0], "the first run trains", run => run.Points > 50);
        await first.StopAsync();
        await watch.DisposeAsync();

        await using var second = await TestClassroom.StartAsync(database, threads: 1);
        Assert.All(
            [await second.FindAsync(ids[0]), await second.FindAsync(ids[1])],
            run => Assert.False(run.State.IsFinished()));
        var waited = await second.UntilFinishedAsync(ids[1]);
        var trained = await second.FindAsync(ids[0]);
        Assert.Equal((RunState.Completed, RunState.Completed), (trained.State, waited.State));
        Assert.True(trained.EndedUtc <= waited.StartedUtc);
        Assert.Equal(SmallPictures.Undisturbed(training), await second.CurveBytesAsync(ids[0]));
    }

    [Theory, BothProviders]
    public async Task Of_two_processes_the_newer_one_holds_the_run_and_the_older_can_write_nothing(Provider provider)
    {
        var database = await databases.CreateAsync(provider);
        await using var older = await TestClassroom.StartAsync(database, threads: 1);
        var config = SmallPictures.Config(await older.AddPicturesAsync(), epochs: 300);
        var id = await older.CreateAsync(await older.AddAsync(Role.Student), config);
        var old = await older.UntilAsync(id, "the run trains", run => run.Points > 20);

        // The older one does not know, and trains and tries to store all the while.
        await using var newer = await TestClassroom.StartAsync(database, threads: 1);
        var run = await newer.UntilFinishedAsync(id);

        Assert.Equal(RunState.Completed, run.State);
        Assert.True(run.FencingToken > old.FencingToken);
        Assert.Equal(SmallPictures.Undisturbed(config), await newer.CurveBytesAsync(id));
        Assert.False(await older.Store.AppendAsync(
            id, old.FencingToken, new RunProgress { State = RunState.Failed, Step = 0, Epoch = 0, TrainingMilliseconds = 0 }, Ct));
        Assert.Equal(RunState.Completed, (await newer.FindAsync(id)).State);
    }

    [Fact]
    public async Task While_nothing_can_be_stored_the_run_keeps_it_and_afterwards_nothing_is_missing()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var config = SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 400);
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, config);
        await classroom.UntilAsync(id, "the run trains", run => run.Points > 0);

        await ExecuteAsync("ALTER TABLE RunChunks RENAME TO Away");
        var away = await classroom.FindAsync(id);
        await Assert.ThrowsAnyAsync<Exception>(() => classroom.Runs.PauseAsync(owner, id));
        var beside = await classroom.CreateAsync(await classroom.AddAsync(Role.Student), SmallPictures.LongConfig(config.Dataset));
        await classroom.UntilAsync(beside, "another run is taken up meanwhile", run => run.FencingToken > 0);
        Assert.Equal((away.Points, RunState.Running), ((await classroom.FindAsync(id)).Points, away.State));
        await ExecuteAsync("ALTER TABLE Away RENAME TO RunChunks");

        Assert.Equal(RunState.Completed, (await classroom.UntilFinishedAsync(id)).State);
        Assert.Equal(SmallPictures.Undisturbed(config), await classroom.CurveBytesAsync(id));

        async Task ExecuteAsync(string sql)
        {
            await using var db = classroom.OpenContext();
            await db.Database.ExecuteSqlRawAsync(sql, Ct);
        }
    }

    [Fact]
    public async Task A_run_that_could_not_start_at_once_is_taken_up_later()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var config = SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 5);

        await RenameAsync("DataSetParts", "Away");
        var id = await classroom.CreateAsync(await classroom.AddAsync(Role.Student), config);
        Assert.Equal(RunState.Queued, (await classroom.FindAsync(id)).State);
        await RenameAsync("Away", "DataSetParts");
        await classroom.Get<RunRecovery>().TakeUpAsync(Ct);

        Assert.Equal(RunState.Completed, (await classroom.UntilFinishedAsync(id)).State);

        async Task RenameAsync(string from, string to)
        {
            await using var db = classroom.OpenContext();
            await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\"", Ct);
        }
    }
}
