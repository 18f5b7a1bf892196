using System.Text.Json;
using Classroom.Runs;
using Classroom.Runs.DataSets;
using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Sqlite;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Benchmarks;

/// <summary>A Classroom without its pages in this process, on a SQLite file of its own.</summary>
public sealed class BenchClassroom : IAsyncDisposable
{
    private readonly string folder;
    private readonly IHost host;

    private BenchClassroom(string folder, IHost host) => (this.folder, this.host) = (folder, host);

    public RunService Runs => Get<RunService>();

    public RunCreator RunCreator => Get<RunCreator>();

    public RunJournal Journal => Get<RunJournal>();

    /// <summary>With training threads, ready to train.</summary>
    public static async Task<BenchClassroom> StartAsync(int threads)
    {
        var classroom = await OpenAsync(threads);
        await classroom.host.StartAsync();
        await classroom.Get<DataSetCatalog>().LoadAsync("digits");
        return classroom;
    }

    /// <summary>Its database alone; nothing trains.</summary>
    public static async Task<BenchClassroom> OpenAsync(int threads = 1)
    {
        var folder = Directory.CreateTempSubdirectory("classroom-bench-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddConsole()
            .AddFilter(
                (category, level) => level >= LogLevel.Warning && category?.StartsWith("Classroom.", StringComparison.Ordinal) == true);
        builder.Services.AddSchool(
            new SchoolOptions { Database = options => options.UseSchoolSqlite($"Data Source={folder}/classroom.db") });
        builder.AddRuns(_ => new RunsOptions { Threads = threads, Limits = new TrainingLimits() });
        var classroom = new BenchClassroom(folder, builder.Build());
        await classroom.Get<SchoolDatabase>().MigrateAsync();
        return classroom;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public ClassroomDbContext OpenContext() => Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContext();

    public async Task<Actor> AddStudentAsync()
    {
        var name = $"student-{Guid.NewGuid():N}";
        await using var db = OpenContext();
        var person = new User
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = name,
            Role = Role.Student,
            CreatedUtc = DateTime.UtcNow,
            SecurityStamp = name,
        };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        return new Actor(person.Id, Role.Student);
    }

    public async Task<Guid> CreateAsync(Actor owner, TrainingConfig config)
    {
        var created = await Runs.CreateAsync(owner, JsonSerializer.Deserialize<JsonElement>(config.ToJson()));
        return created.Succeeded ? created.Value.Id : throw new InvalidOperationException(created.Refusal.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
