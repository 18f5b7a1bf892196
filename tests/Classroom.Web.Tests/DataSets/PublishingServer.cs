using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Classroom.Web.Tests.DataSets;

/// <summary>A web server on this machine that publishes files, and some trouble.</summary>
public sealed class PublishingServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private PublishingServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<PublishingServer> StartAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet(
            "/files/{name}", (string name) => files.TryGetValue(name, out var content) ? Results.Bytes(content) : Results.NotFound());
        app.MapGet("/moved/{name}", (string name) => Results.Redirect($"/files/{name}", permanent: true));
        app.MapGet("/round", () => Results.Redirect("/round"));
        app.MapGet("/inside", () => Results.Redirect("http://10.0.0.1/secret"));
        app.MapGet("/endless", async (HttpContext context) =>
        {
            var zeros = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(zeros, context.RequestAborted);
            }
        });
        app.MapGet("/silent", (HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        app.MapGet("/broken", async (HttpContext context) =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
