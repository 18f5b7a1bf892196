using System.Text.Json;
using Classroom.Runs.Cluster;
using Classroom.Runs.Curves;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Loop;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Tests;

/// <summary>One process of Classroom without its pages: silo, training threads and services on a database.</summary>
public sealed class TestClassroom : IAsyncDisposable
{
    private readonly IHost host;
    private readonly RecordingLog log = new();
    private bool disposed;

    private TestClassroom(
        Action<DbContextOptionsBuilder> database,
        int threads,
        TrainingLimits limits,
        RunsNode? node,
        TimeSpan? checkpointEvery,
        Func<EngineReport>? check)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSchool(new SchoolOptions { Database = database });
        var options = new RunsOptions { Threads = threads, Limits = limits };
        builder.AddRuns(_ => options with { CheckpointEvery = checkpointEvery ?? options.CheckpointEvery }, node);
        if (check is not null)
        {
            builder.Services.AddSingleton(check);
        }

        builder.Logging.AddProvider(log);
        host = builder.Build();
    }

    /// <summary>What the runs have written down so far.</summary>
    public IReadOnlyCollection<string> Log => log.Lines;

    public IServiceProvider Services => host.Services;

    public RunService Runs => Get<RunService>();

    public RunReader RunReader => Get<RunReader>();

    public RunCreator RunCreator => Get<RunCreator>();

    public RunJournal Journal => Get<RunJournal>();

    public DataSetCatalog DataSets => Get<DataSetCatalog>();

    public IGrainFactory Grains => Get<IGrainFactory>();

    /// <param name="database">One that <see cref="TestDatabases"/> has made.</param>
    /// <param name="threads">Training threads.</param>
    /// <param name="limits">What a run may cost.</param>
    /// <param name="node">Its part in a cluster; without one it does everything alone.</param>
    /// <param name="checkpointEvery">How often a run that trains is saved; as usual when null.</param>
    /// <param name="check">What its engine finds; the real check when null.</param>
    public static async Task<TestClassroom> StartAsync(
        Action<DbContextOptionsBuilder> database,
        int threads = 2,
        TrainingLimits? limits = null,
        RunsNode? node = null,
        TimeSpan? checkpointEvery = null,
        Func<EngineReport>? check = null)
    {
        var classroom = new TestClassroom(database, threads, limits ?? new TrainingLimits(), node, checkpointEvery, check);
        await classroom.host.StartAsync(Ct);
        return classroom;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public ClassroomDbContext OpenContext() => Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContext();

    public Task<Actor> AddAsync(Role role) => People.AddAsync(host.Services, role);

    /// <summary>The id of <see cref="SmallPictures"/>, uploaded for the whole school.</summary>
    /// <param name="title">In a school that several tests share, each has its own: all admins see each other's data sets.</param>
    public async Task<string> AddPicturesAsync(string title = "Bright columns")
    {
        using var import = SmallPictures.Import(title);
        var added = await DataSets.AddAsync(await AddAsync(Role.Admin), import.DataSet!, cancellationToken: Ct);
        return Assert.IsType<DataSetDetails>(added.Value).Id.ToString();
    }

    public async Task<Guid> CreateAsync(Actor owner, TrainingConfig config)
    {
        var created = await Runs.CreateAsync(owner, JsonSerializer.Deserialize<JsonElement>(config.ToJson()), cancellationToken: Ct);
        Assert.True(created.Succeeded, created.Refusal?.Message);
        return created.Value.Id;
    }

    public async Task<Run> FindAsync(Guid id) => Assert.IsType<Run>(await Journal.FindAsync(id, Ct));

    public async Task<Run> UntilAsync(Guid id, string what, Func<Run, bool> condition)
    {
        Run? run = null;
        await Classroom.Tests.Waiting.UntilAsync(what, async () => condition(run = await FindAsync(id)));
        return run!;
    }

    public Task<Run> UntilFinishedAsync(Guid id) => UntilAsync(id, "the run ends", run => run.State.IsFinished());

    /// <summary>The stored curve; fails where the chunks leave a gap or overlap.</summary>
    public async Task<IReadOnlyList<MetricPoint>> CurveAsync(Guid id)
    {
        var points = new List<MetricPoint>();
        foreach (var chunk in await Journal.ReadChunksAsync(id, 0, Ct))
        {
            Assert.Equal(points.Count, chunk.FirstSequence);
            points.AddRange(CurveCodec.Decode(chunk.FirstSequence, chunk.Data));
            Assert.Equal(chunk.FirstSequence + chunk.Count, points.Count);
        }

        return points;
    }

    /// <summary>The stored curve as one chunk, for comparing two down to the last bit.</summary>
    public async Task<byte[]> CurveBytesAsync(Guid id) => CurveCodec.Encode(await CurveAsync(id));

    /// <summary>Stops the run; what is stored of it must be how the undisturbed curve begins.</summary>
    public async Task AssertStoppedCurveAsync(Actor owner, Guid id, TrainingConfig config)
    {
        Assert.Null(await Runs.StopAsync(owner, id));
        var run = await FindAsync(id);
        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal(SmallPictures.Undisturbed(config, run.Points), await CurveBytesAsync(id));
    }

    public async Task StopAsync()
    {
        await host.StopAsync(Ct);
        await DisposeAsync();
    }

    /// <summary>Without <see cref="StopAsync"/>: as a crash leaves things, training breaks off in the middle.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!disposed)
        {
            disposed = true;
            if (Get<NodeEngine>().Known is { Passed: true })
            {
                host.Services.GetService<TrainingScheduler>()?.Dispose();
            }

            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }
}
