using Classroom.Runs.Cluster;
using Classroom.Runs.Curves;
using Classroom.Runs.Grains;
using Classroom.Runs.Live;
using Classroom.School.People;
using Classroom.School.Postgres;
using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

/// <summary>Web nodes and trainers that share nothing but a PostgreSQL database.</summary>
public sealed class ClusterTests(TestDatabases databases)
{
    [Fact]
    public async Task Without_a_trainer_a_run_waits_and_says_so_and_the_first_that_comes_trains_it()
    {
        var database = await databases.CreateForProcessesAsync(Provider.Postgres);
        await using var web = await StartAsync(database, NodeRoles.Web);
        var config = SmallPictures.Config(await web.AddPicturesAsync(), epochs: 20);
        var owner = await web.AddAsync(Role.Student);

        var id = await web.CreateAsync(owner, config);

        var waiting = await web.Runs.FindAsync(owner, id, Ct);
        Assert.Equal((RunState.Queued, Trainers.NonePresent), (waiting!.State, waiting.Message));
        Assert.Equal(Trainers.NonePresent, Assert.IsType<Refusal.Conflict>(await web.Runs.PauseAsync(owner, id)).Message);
        await using var watch = (await web.Runs.WatchAsync(owner, id, Ct))!;
        Assert.Equal(Trainers.NonePresent, watch.Live.Read(0, 0).Status.Message);

        await using var trainer = await StartAsync(database, NodeRoles.Trainer);
        var curve = await FollowAsync(watch.Live);

        Assert.Equal(SmallPictures.Undisturbed(config), CurveCodec.Encode(curve));
        Assert.Null(watch.Live.Read(0, 0).Status.Message);
        Assert.Null((await web.Runs.FindAsync(owner, id, Ct))!.Message);
    }

    [Fact]
    public async Task Runs_live_on_trainers_only_and_move_to_another_when_theirs_is_stopped()
    {
        var database = await databases.CreateForProcessesAsync(Provider.Postgres);
        var nodes = await Task.WhenAll(
            StartAsync(database, NodeRoles.Web), StartAsync(database, NodeRoles.Trainer), StartAsync(database, NodeRoles.Trainer));
        await using var web = nodes[0];
        await using var first = nodes[1];
        await using var second = nodes[2];
        await UntilAsync("the web node knows both trainers", () => web.Get<Trainers>().Count == 2);
        var pictures = await web.AddPicturesAsync();
        var config = SmallPictures.LongConfig(pictures);
        var owners = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => web.AddAsync(Role.Student)));
        var ids = await Task.WhenAll(owners.Select(owner => web.CreateAsync(owner, config)));
        foreach (var id in ids)
        {
            await web.UntilAsync(id, "each run trains", run => run.Points > 0);
        }

        var places = await PlacesAsync(web);
        Assert.Equal(ids.Length, places.Count);
        Assert.DoesNotContain(places.Values, place => place.Equals(AddressOf(web)));

        var (left, stays) = places[ids[0]].Equals(AddressOf(first)) ? (first, second) : (second, first);
        var moved = places.Where(place => place.Value.Equals(AddressOf(left))).Select(place => place.Key).ToList();
        var watch = (await web.Runs.WatchAsync(owners[0], ids[0], Ct))!;
        await left.StopAsync();
        foreach (var id in moved)
        {
            var reached = (await web.FindAsync(id)).Points;
            await web.UntilAsync(id, "it goes on elsewhere", run => run.Points > reached && run.FencingToken > 1);
        }

        Assert.All((await PlacesAsync(web)).Values, place => Assert.Equal(AddressOf(stays), place));

        // Who watches on the web node sees it go on, too.
        var stored = (await web.FindAsync(ids[0])).Points;
        await UntilAsync("the viewer sees more", () => watch.Live.Read(0, 0).Points.Count > stored);
        await watch.DisposeAsync();
        for (var i = 0; i < ids.Length; i++)
        {
            await web.AssertStoppedCurveAsync(owners[i], ids[i], config);
        }
    }

    private static Task<TestClassroom> StartAsync(string database, NodeRoles roles) => TestClassroom.StartAsync(
        options => options.UseSchoolPostgres(database),
        threads: 1,
        node: new RunsNode { Roles = roles, Cluster = new ClusterSettings { ConnectionString = database, Key = $"{Guid.NewGuid()}" } });

    private static SiloAddress AddressOf(TestClassroom node) => node.Get<ILocalSiloDetails>().SiloAddress;

    private static async Task<Dictionary<Guid, SiloAddress>> PlacesAsync(TestClassroom node) =>
        (await node.Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
            .Where(grain => grain.GrainId.Type.Equals(node.Grains.GetGrain<IRunGrain>(Guid.Empty).GetGrainId().Type))
            .ToDictionary(grain => grain.GrainId.GetGuidKey(), grain => grain.SiloAddress);

    private static async Task<IReadOnlyList<MetricPoint>> FollowAsync(LiveRun live)
    {
        while (true)
        {
            var news = live.Read(0, 0);
            if (news.Status.State.IsFinished())
            {
                return news.Points;
            }

            await news.More.WaitAsync(Longest, Ct);
        }
    }
}
