using Classroom.Runs.Curves;
using Classroom.Runs.Grains;
using Classroom.School.People;
using Classroom.School.Postgres;
using Classroom.School.Runs;
using Classroom.School.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Classroom.Runs.Tests;

/// <summary>Nothing can be stored for a while: the run waits, its watchers are told, and nothing is lost or written twice.</summary>
public sealed class TroubleTests(TestDatabases databases)
{
    [Fact]
    public async Task A_run_outlives_a_database_that_breaks_off_and_refuses_connections()
    {
        var direct = new NpgsqlConnectionStringBuilder(await databases.CreateForProcessesAsync(Provider.Postgres));
        using var wire = new Wire(direct.Port);
        var connection = new NpgsqlConnectionStringBuilder(direct.ConnectionString) { Port = wire.Port }.ConnectionString;

        await OutliveAsync(options => options.UseSchoolPostgres(connection), wire.Cut, wire.Mend);
    }

    [Fact]
    public async Task A_run_outlives_a_full_disk()
    {
        var connection = await databases.CreateForProcessesAsync(Provider.Sqlite);
        var disk = new FullDisk();

        await OutliveAsync(
            options => options.UseSchoolSqlite(connection).AddInterceptors(disk), () => disk.IsFull = true, () => disk.IsFull = false);
    }

    private static async Task OutliveAsync(Action<DbContextOptionsBuilder> database, Action begin, Action end)
    {
        await using var classroom = await TestClassroom.StartAsync(database);
        var config = SmallPictures.LongConfig(await classroom.AddPicturesAsync());
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, config);
        await using var watch = (await classroom.Runs.WatchAsync(owner, id, Ct))!;
        await classroom.UntilAsync(id, "the run trains", run => run.Points > 20);

        begin();
        await UntilAsync(
            "the watchers are told", () => watch.Live.Read(0, 0).Status is { State: RunState.Running, Message: RunEndingTexts.HeldBack });
        var held = watch.Live.Read(0, 0).Points.Count;
        await UntilAsync(
            "the fault is written down",
            () => classroom.Log.Any(line => line.Contains($"{id}: what is new could not be stored", StringComparison.Ordinal)));
        end();

        await UntilAsync("the run goes on, and nobody is told otherwise", () =>
            watch.Live.Read(0, 0) is { Status.Message: null } news && news.Points.Count > held + 200);
        await classroom.AssertStoppedCurveAsync(owner, id, config);
        Assert.Equal(await classroom.CurveBytesAsync(id), CurveCodec.Encode(watch.Live.Read(0, 0).Points));
    }
}
