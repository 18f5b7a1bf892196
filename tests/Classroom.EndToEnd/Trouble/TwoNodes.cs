using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Classroom.School.Tests;
using Npgsql;

namespace Classroom.EndToEnd;

/// <summary>A node that shows and nodes that train: processes of their own, told apart by settings, on one PostgreSQL.</summary>
public sealed partial class TwoNodes(School school) : IAsyncDisposable
{
    private const int StepsPerEpoch = 125;

    // Long enough for the first trainer to be killed in its midst.
    private const int Epochs = 60;

    private readonly string database = $"classroom_nodes_{Guid.NewGuid():N}";
    private readonly List<ClassroomServer> nodes = [];

    [Fact]
    public async Task A_run_outlives_its_trainer_and_its_curve_is_the_undisturbed_one()
    {
        await PostgresServer.CreateAsync(database);
        var web = await StartAsync("web");
        await using var visitor = await school.VisitAsync("student01", server: web);
        using var script = await Script.OfAsync(visitor, web);
        var config = Configs.Tiny(Epochs);

        // Without a trainer the run waits, and its owner is told so.
        var run = await script.StartRunAsync(config);
        var waiting = await script.GetAsync($"/api/runs/{run}");
        Assert.Equal("Queued", waiting.GetProperty("state").GetString());
        Assert.Contains("No trainer is running", waiting.GetProperty("message").GetString(), StringComparison.Ordinal);
        await visitor.OpenAsync($"/runs/{run}");
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.GetByText("No trainer is running")).ToBeVisibleAsync();
        await visitor.LookAsync();
        Assert.Equal("Degraded", (await script.GetAsync("/readyz")).GetProperty("status").GetString());

        var points = new List<CurvePoint>();
        var following = FollowAsync(script, run, points);
        var first = await StartAsync("trainer");
        await AssertOnlyTrainsAsync(first);
        await Waiting.UntilAsync(
            () => Task.FromResult(points.Count), count => count > 3 * StepsPerEpoch, "points of a run that another process trains");

        await Waiting.UntilAsync(() => CheckpointAsync(run), step => step > 0, "a checkpoint");

        await first.KillAsync();
        var reached = await script.StepAsync(run);
        Assert.InRange(reached, 1, (Epochs * StepsPerEpoch) - 1);
        var killed = DateTime.UtcNow;
        var second = await StartAsync("trainer");
        await Waiting.UntilAsync(() => script.StepAsync(run), step => step > reached, "the run to go on at another trainer");

        Assert.InRange(int.Parse(GoingOn().Match(second.Log()).Groups["step"].Value, CultureInfo.InvariantCulture), 1, reached);
        Assert.True(DateTime.UtcNow - killed < TimeSpan.FromSeconds(60), "A dead trainer was noticed too late.");

        // A finished network is asked on the web node, where somebody draws for it; until then it has no use for libtorch.
        Assert.False(web.HasLoaded("torch"), "A node that only shows a run in training needs no libtorch.");
        await script.WaitForStateAsync(run, "Completed");
        await following;

        var curve = await script.CurveAsync(run);
        Assert.Equal(Enumerable.Range(0, curve.Count), curve.Select(point => point.Sequence));
        Assert.Equal(curve, points);
        var undisturbed = await script.StartRunAsync(config);
        await script.WaitForStateAsync(undisturbed, "Completed");
        Assert.Equal(await script.CurveAsync(undisturbed), curve);

        Assert.Equal("Healthy", (await script.GetAsync("/readyz")).GetProperty("status").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await PostgresServer.DropAsync(database);
    }

    [GeneratedRegex("goes on from step (?<step>[0-9]+)")]
    private static partial Regex GoingOn();

    /// <summary>The step of the newest checkpoint; 0 where there is none yet.</summary>
    private async Task<int> CheckpointAsync(Guid run)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString(database));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """SELECT coalesce(max("Step"), 0) FROM "RunCheckpoints" WHERE "RunId" = $1""",
            connection)
        { Parameters = { new() { Value = run } } };
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<ClassroomServer> StartAsync(string roles)
    {
        var node = new ClassroomServer(new Dictionary<string, string>
        {
            ["Classroom__Node__Roles"] = roles,
            ["Classroom__Database__Provider"] = "Postgres",
            ["ConnectionStrings__Classroom"] = PostgresServer.ConnectionString(database),
        });
        nodes.Add(node);
        await node.StartAsync();
        return node;
    }

    private static async Task AssertOnlyTrainsAsync(ClassroomServer trainer)
    {
        using var client = new HttpClient { BaseAddress = new Uri(trainer.Address) };
        foreach (var address in new[] { "/healthz", "/readyz" })
        {
            var answer = JsonDocument.Parse(await client.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement;
            Assert.Equal(
                ("Healthy", "trainer"),
                (answer.GetProperty("status").GetString(), Assert.Single(answer.GetProperty("roles").EnumerateArray()).GetString()));
        }

        foreach (var address in new[] { "/", "/glossary", "/account/login", "/api/terms" })
        {
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>Every point as the web node tells it, over one connection, however often the run changes its trainer.</summary>
    private static async Task FollowAsync(Script script, Guid run, List<CurvePoint> points)
    {
        await foreach (var item in script.EventsAsync(run))
        {
            if (item.EventType == "point")
            {
                points.Add(item.Data.Deserialize<CurvePoint>(JsonSerializerOptions.Web)!);
            }
        }
    }
}
