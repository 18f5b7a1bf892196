using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Classroom.Web.Tests.Hosting;

/// <summary>On a real web server: the one for tests has no limit to what is sent.</summary>
public sealed class FaultsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_too_large_is_refused_without_a_trace_in_the_log_and_a_mistake_of_ours_has_one()
    {
        var log = new TraceLog();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddProblemDetails();
        await using var app = builder.Build();
        app.UseFaults();
        app.MapPost(
            "/api/read",
            async (HttpContext context) => (await JsonDocument.ParseAsync(context.Request.Body)).RootElement.ValueKind.ToString())
            .WithMetadata(new RequestSizeLimitAttribute(1024));
        app.MapPost("/api/broken", string () => throw new InvalidOperationException("A mistake"));
        await app.StartAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var tooLarge = await client.PostAsJsonAsync("/api/read", new string('x', 5000), Ct);
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "application/problem+json"),
            (tooLarge.StatusCode, tooLarge.Content.Headers.ContentType?.MediaType));
        Assert.Empty(log.Traces);

        using var broken = await client.PostAsJsonAsync("/api/broken", "", Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.IsType<InvalidOperationException>(Assert.Single(log.Traces));
    }

    private sealed class TraceLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<Exception> Traces { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && IsEnabled(logLevel))
            {
                Traces.Enqueue(exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
