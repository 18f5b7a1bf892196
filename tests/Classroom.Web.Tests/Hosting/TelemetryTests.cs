using Classroom.School.Accounts;
using Classroom.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Classroom.Web.Tests.Hosting;

public sealed class TelemetryTests(ClassroomHost host)
{
    private const string Config = """
        { "dataset": "xor", "data": { "train": 32, "validation": 32 }, "model": { "kind": "mlp", "hidden": [2] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 16, "epochs": 1, "seed": 7, "probes": [] }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_is_sent_requests_and_runs_and_nothing_of_the_people()
    {
        await using var collector = await Collector.StartAsync(Ct);
        Guid run;
        string name;
        await using (var classroom = new ClassroomHost { Collector = collector.Address })
        {
            var student = await classroom.ActorAsync("student01");
            using var client = await classroom.SignInAsync("student01");
            run = await classroom.TrainAsync(student, Config, Ct);
            await client.OpenAsync($"/runs/{run}");
            using var admin = await classroom.SignInAsync("admin");
            await admin.OpenAsync("/admin/users?search=Mireille");
            name = (await classroom.Get<PeopleService>().FindAsync(await classroom.ActorAsync("admin"), "student01"))!.DisplayName;
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Paths);
        Assert.All(
            ["start run", "store chunk", "classroom.run.id", $"{run}", "http.route", "/admin/users"],
            part => Assert.Contains(part, collector.Traces, StringComparison.Ordinal));
        Assert.All(
            [
                "classroom.run.points", "classroom.run.wait_time", "classroom.run.count", "classroom.run.slices",
                "http.server.request.duration", "dotnet.gc.collections",
            ],
            part => Assert.Contains(part, collector.Metrics, StringComparison.Ordinal));
        Assert.All([collector.Traces, collector.Metrics], sent => Assert.All(
            ["student01", name, "Mireille", "url.path", "url.query"],
            part => Assert.DoesNotContain(part, sent, StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_collector_nothing_listens_to_runs_and_no_exporter_is_there()
    {
        var services = host.Get<IServiceProvider>();
        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://localhost:4317")]
    [InlineData("https://collector.school.example/otlp")]
    public void An_address_of_a_collector_is_taken(string? given) => Assert.Empty(Faults(given));

    [Theory]
    [InlineData("localhost:4317")]
    [InlineData("collector")]
    [InlineData("ftp://collector")]
    public void Anything_else_is_refused_by_name(string given) =>
        Assert.StartsWith($"OTEL_EXPORTER_OTLP_ENDPOINT is '{given}': give the", Assert.Single(Faults(given)), StringComparison.Ordinal);

    private static IEnumerable<string> Faults(string? endpoint)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(TelemetrySettings.Endpoint, endpoint)]).Build();
        return new ClassroomSettingsValidation(configuration).Validate(null, new ClassroomSettings()).Failures ?? [];
    }
}
