using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Classroom.Web.Tests.Hosting;

/// <summary>Takes what OpenTelemetry's exporter sends (OTLP over HTTP) as text: names and values stand in it in plain letters.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> received = new();

    private Collector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(context.Request.Path, _ => Text(body), (_, before) => before + Text(body));
        });
    }

    public string Address => app.Urls.Single();

    public IEnumerable<string> Paths => received.Keys.Order();

    public string Traces => received.GetValueOrDefault("/v1/traces", "");

    public string Metrics => received.GetValueOrDefault("/v1/metrics", "");

    public static async Task<Collector> StartAsync(CancellationToken cancellationToken)
    {
        var collector = new Collector();
        await collector.app.StartAsync(cancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.GetBuffer(), 0, (int)body.Length);
}
