using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Classroom.Runs.Cluster;
using Classroom.School;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Classroom.Web.Tests.Hosting;

public sealed class HealthTests(ClassroomHost host)
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task A_node_says_without_sign_in_that_it_works_and_what_it_does(string address)
    {
        using var visitor = host.Visitor();

        var answer = await visitor.Http.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

        Assert.Equal("Healthy", answer.GetProperty("status").GetString());
        Assert.Equal(["web", "trainer"], answer.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task Readiness_names_the_database_and_the_trainers()
    {
        using var visitor = host.Visitor();

        var checks = (await visitor.Http.GetFromJsonAsync<JsonElement>("/readyz", TestContext.Current.CancellationToken)).GetProperty(
            "checks");

        Assert.Equal("Healthy", checks.GetProperty("database").GetString());
        Assert.True(checks.TryGetProperty("disk", out _));
        Assert.Equal("1 trainer", checks.GetProperty("cluster").GetString());
    }

    [Fact]
    public async Task Readiness_notices_a_database_that_cannot_be_written()
    {
        await using var readOnly = new ClassroomHost { Roles = "web" };
        using var visitor = readOnly.Visitor();
        await using (var db = await readOnly.Get<IDbContextFactory<ClassroomDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            // As an administrator does it for maintenance, and as a standby is; the connections that there are go on writing.
            await db.Database.ExecuteSqlRawAsync(
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$",
                TestContext.Current.CancellationToken);
        }

        NpgsqlConnection.ClearAllPools();
        using var response = await visitor.Http.GetAsync("/readyz", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var checks = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("checks");
        Assert.Equal(
            "The database cannot be written: cannot execute UPDATE in a read-only transaction.",
            checks.GetProperty("database").GetString());

        // The node leaves its cluster in writing.
        await using (var db = await readOnly.Get<IDbContextFactory<ClassroomDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("SET default_transaction_read_only = off", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync(
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET default_transaction_read_only', current_database()); END $$",
                TestContext.Current.CancellationToken);
        }

        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task Readiness_tells_how_the_node_computes()
    {
        using var visitor = host.Visitor();

        var engine = (await visitor.Http.GetFromJsonAsync<JsonElement>("/readyz", TestContext.Current.CancellationToken)).GetProperty(
            "engine");

        Assert.Equal("passed", engine.GetProperty("state").GetString());
        Assert.Equal(Processor.Current.Name, engine.GetProperty("processor").GetString());
        Assert.Equal(
            Processor.Current.InstructionSets, engine.GetProperty("instructionSets").EnumerateArray().Select(set => set.GetString()));
        Assert.Equal(Processor.Current.Caches, engine.GetProperty("caches").EnumerateArray().Select(cache => cache.GetString()));
        Assert.Equal(Engine.Report.Libraries, engine.GetProperty("libraries").GetString());
        Assert.Equal(Engine.Report.Setting, engine.GetProperty("setting").GetString());
        Assert.Equal(Engine.Report.Faults, engine.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
    }

    [Fact]
    public async Task A_node_that_has_not_needed_its_engine_says_so_and_does_not_check_it()
    {
        await using var web = new ClassroomHost { Roles = "web", Check = () => throw new InvalidOperationException("Nobody needs this.") };
        using var visitor = web.Visitor();

        var answer = await visitor.Http.GetFromJsonAsync<JsonElement>("/readyz", TestContext.Current.CancellationToken);

        Assert.Equal("not needed so far", answer.GetProperty("checks").GetProperty("engine").GetString());
        Assert.Equal("not checked", answer.GetProperty("engine").GetProperty("state").GetString());
        Assert.Equal(Processor.Current.Name, answer.GetProperty("engine").GetProperty("processor").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("engine").GetProperty("setting").ValueKind);
        Assert.Null(web.Get<NodeEngine>().Known);
    }

    [Fact]
    public async Task A_trainer_that_computes_wrongly_is_not_ready()
    {
        await using var trainer = new ClassroomHost { Roles = "trainer", Check = () => UnfitHost.Report };
        using var visitor = trainer.Visitor();

        using var response = await visitor.Http.GetAsync("/readyz", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Unhealthy", answer.GetProperty("status").GetString());
        Assert.StartsWith(
            "This node failed its own arithmetic check",
            answer.GetProperty("checks").GetProperty("engine").GetString(),
            StringComparison.Ordinal);
        Assert.Equal("failed", answer.GetProperty("engine").GetProperty("state").GetString());
    }
}
