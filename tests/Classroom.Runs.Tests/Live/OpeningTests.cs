using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Sqlite;

namespace Classroom.Runs.Tests;

/// <summary>What it costs to open a run.</summary>
public sealed class OpeningTests(TestDatabases databases)
{
    private readonly RunRowReads reads = new();

    [Fact]
    public async Task A_run_that_has_ended_is_opened_by_reading_its_row_once()
    {
        await using var classroom = await StartAsync();
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 2));
        await classroom.UntilFinishedAsync(id);
        await UntilAsync("the curve is stored in one piece", async () => (await classroom.Journal.ReadChunksAsync(id, 0, Ct)).Count == 1);

        reads.Take();
        var run = (await classroom.Runs.FindAsync(owner, id, Ct))!;
        await using var found = await classroom.Runs.WatchAsync(run, Ct);
        Assert.Equal(1, reads.Take());
        Assert.Equal((run.Points, RunState.Completed), (found!.Live.Read(0, 0).Points.Count, found.Live.Read(0, 0).Status.State));

        await using var asked = await classroom.Runs.WatchAsync(owner, id, Ct);
        Assert.Equal(1, reads.Take());
    }

    [Fact]
    public async Task A_run_that_trains_is_opened_by_reading_its_row_once_since_its_grain_tells_the_rest()
    {
        await using var classroom = await StartAsync();
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, SmallPictures.LongConfig(await classroom.AddPicturesAsync()));
        await classroom.UntilAsync(id, "the run trains", run => run.Points > 20);

        reads.Take();
        await using var watch = await classroom.Runs.WatchAsync(owner, id, Ct);
        Assert.Equal(1, reads.Take());
        Assert.InRange(watch!.Live.Read(0, 0).Points.Count, 21, int.MaxValue);

        Assert.Null(await classroom.Runs.StopAsync(owner, id));
        await UntilAsync("the viewer is told of the end", () => watch.Live.Read(0, 0).Status.State == RunState.Stopped);
        Assert.Equal((await classroom.FindAsync(id)).Points, watch.Live.Read(0, 0).Points.Count);
    }

    private async Task<TestClassroom> StartAsync()
    {
        var connection = await databases.CreateForProcessesAsync(Provider.Sqlite);
        return await TestClassroom.StartAsync(options => options.UseSchoolSqlite(connection).AddInterceptors(reads));
    }
}
