using Classroom.Runs.Cluster;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.School.People;
using Classroom.School.Postgres;
using Classroom.School.Runs;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;

namespace Classroom.Runs.Tests;

/// <summary>Nodes that compute wrongly, alone and among others.</summary>
public sealed class UnfitNodeTests(TestDatabases databases)
{
    // No other test has so many, so the name of a ninth thread tells whose it is.
    private const int Threads = 9;

    [Fact]
    public async Task Runs_wait_for_a_trainer_that_computes_correctly_and_every_node_knows_why()
    {
        var database = await databases.CreateForProcessesAsync(Provider.Postgres);
        await using var unfit = await StartAsync(database, NodeRoles.Both, () => Reports.Failing);
        await using var web = await StartAsync(
            database, NodeRoles.Web, () => throw new InvalidOperationException("A node that only shows runs needs no check."));
        await UntilAsync("the web node sees the other", () => web.Get<Trainers>().Unfit == 1);
        var config = SmallPictures.Config(await web.AddPicturesAsync(), epochs: 20);
        var owner = await web.AddAsync(Role.Student);

        var id = await unfit.CreateAsync(owner, config);

        foreach (var node in new[] { unfit, web })
        {
            var waiting = await node.Runs.FindAsync(owner, id, Ct);
            Assert.Equal((RunState.Queued, Trainers.NoneFit), (waiting!.State, waiting.Message));
            Assert.Equal(Trainers.NoneFit, Assert.IsType<Refusal.Conflict>(await node.Runs.PauseAsync(owner, id)).Message);
        }

        await using var watch = (await web.Runs.WatchAsync(owner, id, Ct))!;
        Assert.Equal(Trainers.NoneFit, watch.Live.Read(0, 0).Status.Message);
        await unfit.Get<RunRecovery>().TakeUpAsync(Ct);
        Assert.Throws<EngineUnfitException>(() => unfit.Get<TrainingScheduler>());
        Assert.DoesNotContain($"training {Threads}", ThreadNames());
        Assert.Equal((RunState.Queued, 0L, null), await StandingAsync(web, id));

        await using var trainer = await StartAsync(database, NodeRoles.Trainer, () => Reports.Of("own kernels"));
        await web.UntilFinishedAsync(id);

        Assert.Contains($"training {Threads}", ThreadNames());
        Assert.Equal(SmallPictures.Undisturbed(config), await web.CurveBytesAsync(id));
        Assert.Equal((RunState.Completed, 1L, "own kernels"), await StandingAsync(web, id));
        Assert.Null((await unfit.Runs.FindAsync(owner, id, Ct))!.Message);
        Assert.Equal((1, 1), (web.Get<Trainers>().Count, web.Get<Trainers>().Unfit));
        Assert.Null(web.Get<NodeEngine>().Known);
    }

    [Fact]
    public async Task Alone_it_keeps_its_runs_for_the_day_when_it_has_been_fixed()
    {
        var database = await databases.CreateAsync(Provider.Sqlite);
        Guid id;
        TrainingConfig config;
        var unfit = await TestClassroom.StartAsync(database, check: () => Reports.Failing);
        await using (unfit)
        {
            config = SmallPictures.Config(await unfit.AddPicturesAsync(), epochs: 5);
            var owner = await unfit.AddAsync(Role.Student);
            id = await unfit.CreateAsync(owner, config);
            var waiting = await unfit.Runs.FindAsync(owner, id, Ct);
            Assert.Equal((RunState.Queued, Trainers.NoneFit), (waiting!.State, waiting.Message));
            await unfit.StopAsync();
        }

        await using var repaired = await TestClassroom.StartAsync(database, check: () => Reports.SteppedDown);
        Assert.Equal(RunState.Completed, (await repaired.UntilFinishedAsync(id)).State);
        Assert.Equal(SmallPictures.Undisturbed(config), await repaired.CurveBytesAsync(id));
    }

    [Theory]
    [InlineData(NodeRoles.Both, true, "web trainer on ", true)]
    [InlineData(NodeRoles.Both, false, "web unfit-trainer on ", false)]
    [InlineData(NodeRoles.Trainer, false, "unfit-trainer on ", false)]
    [InlineData(NodeRoles.Web, false, "web on ", false)]
    public void A_silos_name_tells_who_trains(NodeRoles roles, bool isFit, string begins, bool trains)
    {
        var name = Trainers.CreateSiloName(new RunsNode { Roles = roles }, isFit, 11111);
        Assert.StartsWith(begins, name, StringComparison.Ordinal);
        Assert.Equal(trains, Trainers.IsTrainer(name));
    }

    private static Task<TestClassroom> StartAsync(string database, NodeRoles roles, Func<EngineReport> check) => TestClassroom.StartAsync(
        options => options.UseSchoolPostgres(database),
        Threads,
        node: new RunsNode { Roles = roles, Cluster = new ClusterSettings { ConnectionString = database, Key = $"{Guid.NewGuid()}" } },
        check: check);

    private static async Task<(RunState State, long Token, string? Engine)> StandingAsync(TestClassroom node, Guid id) =>
        await node.FindAsync(id) is var run ? (run.State, run.FencingToken, run.Engine) : default;

    /// <summary>Of all threads of this process, as Linux has them.</summary>
    private static List<string> ThreadNames()
    {
        var names = new List<string>();
        foreach (var thread in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                names.Add(File.ReadAllText(Path.Combine(thread, "comm")).Trim());
            }
            catch (IOException)
            {
                // Ended meanwhile.
            }
        }

        return names;
    }
}
