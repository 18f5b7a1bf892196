using System.Diagnostics;
using System.Diagnostics.Metrics;
using Classroom.School.People;

namespace Classroom.Runs.Tests.Telemetry;

public sealed class RunMetricsTests(TestDatabases databases)
{
    [Fact]
    public async Task A_run_reports_its_points_its_slices_and_how_long_it_waited_for_its_first_step()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        using var metrics = new RecordedMetrics(classroom.Get<IMeterFactory>());
        var owner = await classroom.AddAsync(Role.Student);
        var config = SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 50);
        var start = Stopwatch.GetTimestamp();
        var id = await classroom.CreateAsync(owner, config);

        var run = await classroom.UntilFinishedAsync(id);

        await UntilAsync("all its points are counted", () => metrics.Of("classroom.run.points").Sum() >= run.Points);
        Assert.Equal(run.Points, metrics.Of("classroom.run.points").Sum());
        Assert.InRange(Assert.Single(metrics.Of("classroom.run.wait_time")), 0, Stopwatch.GetElapsedTime(start).TotalSeconds);
        Assert.All(metrics.All, one => Assert.Empty(one.Tags));

        Assert.InRange(Assert.Single(metrics.Ask("classroom.run.slices")).Value, 1, run.Step);
        Assert.All(metrics.Ask("classroom.run.count"), state => Assert.Equal(0, state.Value));
        Assert.Equal(
            ["classroom.run.count {run}", "classroom.run.slices {slice}"],
            metrics.All.Select(one => $"{one.Instrument} {one.Unit}").Distinct().Order());
    }

    [Fact]
    public async Task Runs_that_wait_train_and_are_paused_are_counted_each_in_its_state()
    {
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite), threads: 1);
        using var metrics = new RecordedMetrics(classroom.Get<IMeterFactory>());
        var config = SmallPictures.LongConfig(await classroom.AddPicturesAsync());
        var (maria, noah) = (await classroom.AddAsync(Role.Student), await classroom.AddAsync(Role.Student));
        var training = await classroom.CreateAsync(maria, config);
        var waiting = await classroom.CreateAsync(maria, config with { Seed = 2 });
        var paused = await classroom.CreateAsync(noah, config with { Seed = 3 });
        await UntilAsync("two train and one waits", () => Counted() == "queued 1, running 2, paused 0");

        Assert.Null(await classroom.Runs.PauseAsync(noah, paused));
        Assert.Equal("queued 1, running 1, paused 1", Counted());

        Assert.Null(await classroom.Runs.StopAsync(maria, training));
        await UntilAsync("the next one trains", () => Counted() == "queued 0, running 1, paused 1");
        Assert.Null(await classroom.Runs.StopAsync(maria, waiting));
        Assert.Null(await classroom.Runs.StopAsync(noah, paused));
        Assert.Equal("queued 0, running 0, paused 0", Counted());

        string Counted() =>
            string.Join(", ", metrics.Ask("classroom.run.count").Select(one => $"{one.Tags["classroom.run.state"]} {one.Value}"));
    }
}
