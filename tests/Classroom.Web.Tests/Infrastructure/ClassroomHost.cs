using System.Collections.Concurrent;
using System.Text.Json;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.Demo;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.SelfCheck;
using Classroom.Web.Hosting.Settings;
using Classroom.Web.Shared;
using Classroom.Web.Tests.Sessions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(Classroom.Web.Tests.ClassroomHost))]

namespace Classroom.Web.Tests;

/// <summary>
/// The whole program with its demo school, on a PostgreSQL database of its own; started by the first test that asks for a page.
/// SQLite answers within the call, so only a database that lets one wait shows a page that was drawn before its data came;
/// the end-to-end tests have SQLite.
/// </summary>
public sealed class ClassroomHost : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("classroom-web-").FullName;
    private readonly string database = $"classroom_web_{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, Lazy<Task<PageClient>>> signedIn = new();
    private readonly Lock gate = new();
    private bool started;

    /// <summary>What the program's engine finds; the real check when null.</summary>
    internal Func<EngineReport>? Check { get; init; }

    /// <summary>What the process does.</summary>
    internal string Roles { get; init; } = "web,trainer";

    /// <summary>Where it sends its telemetry; nowhere when null.</summary>
    internal string? Collector { get; init; }

    /// <summary>Someone who has not signed in.</summary>
    public PageClient Visitor()
    {
        Start();
        return new PageClient(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
    }

    /// <summary>Someone with a new sign-in of her own.</summary>
    public async Task<PageClient> SignInAsync(string userName, string password = DemoSchool.Password)
    {
        var client = Visitor();
        var answer = await client.SignInAsync(userName, password);
        Assert.Equal("/", answer.Redirect);
        return client;
    }

    /// <summary>One sign-in that tests share which only look.</summary>
    public Task<PageClient> LookAsAsync(string userName, string password = DemoSchool.Password) =>
        signedIn.GetOrAdd(userName, name => new Lazy<Task<PageClient>>(() => SignInAsync(name, password))).Value;

    public T Get<T>()
        where T : notnull
    {
        Start();
        return Services.GetRequiredService<T>();
    }

    public async Task<Actor> ActorAsync(string userName)
    {
        await using var db = await Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync();
        var user = await db.Users.SingleAsync(found => found.UserName == userName);
        return new Actor(user.Id, user.Role);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Execute($"CREATE DATABASE {database}");
        // Nobody listens there, but the program asks whether somebody else does.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Classroom:DataDirectory", folder);
        builder.UseSetting("Classroom:Database:Provider", "Postgres");
        builder.UseSetting(
            "ConnectionStrings:Classroom", new NpgsqlConnectionStringBuilder(Postgres) { Database = database }.ConnectionString);
        builder.UseSetting("Classroom:Demo", "true");
        builder.UseSetting("Classroom:School:TimeZone", "America/Chicago");
        builder.UseSetting("Classroom:Training:Threads", "1");
        builder.UseSetting("Classroom:Node:Roles", Roles);
        builder.UseSetting(TelemetrySettings.Endpoint, Collector);
        builder.UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

        // The program asks twice a minute whether whoever watches a run still may; tests must not wait for that.
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(new LiveRightsOptions(TimeSpan.FromMilliseconds(200)));
            services.AddSingleton<HashWork>();
            services.AddScoped<IPasswordHasher<User>, CountingHasher>();
            if (Check is not null)
            {
                services.AddSingleton(Check);
            }
        });
    }

    /// <summary>A run in the queue, as the API puts it there.</summary>
    public async Task<Guid> StartRunAsync(Actor actor, string config, CancellationToken cancellationToken)
    {
        var created = await Get<RunService>()
            .CreateAsync(actor, JsonSerializer.Deserialize<JsonElement>(config), cancellationToken: cancellationToken);
        Assert.True(created.Succeeded, created.Refusal?.Message);
        return created.Value.Id;
    }

    /// <summary>A run that has been trained to its end.</summary>
    public async Task<Guid> TrainAsync(Actor actor, string config, CancellationToken cancellationToken)
    {
        var id = await StartRunAsync(actor, config, cancellationToken);
        await using var watch = await Get<RunService>().WatchAsync(actor, id, cancellationToken);
        for (var news = watch!.Live.Read(0, 0); !news.Status.State.IsFinished(); news = watch.Live.Read(0, 0))
        {
            await news.More.WaitAsync(cancellationToken);
        }

        Assert.Equal(RunState.Completed, (await Get<RunService>().FindAsync(actor, id, cancellationToken))!.State);
        return id;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var client in signedIn.Values)
        {
            (await client.Value).Dispose();
        }

        await base.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (started)
        {
            Execute($"DROP DATABASE {database} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Postgres => Environment.GetEnvironmentVariable("CLASSROOM_TEST_POSTGRES")
        ?? throw new InvalidOperationException("The tests need PostgreSQL: run bash tests/run.sh, which starts one.");

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Postgres);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Tests of several classes may ask at once, and the factory would then build two hosts.
    private void Start()
    {
        lock (gate)
        {
            if (!started)
            {
                _ = Server;
                started = true;
            }
        }
    }
}
