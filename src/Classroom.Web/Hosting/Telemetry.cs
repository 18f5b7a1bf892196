using Classroom.Runs.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Classroom.Web.Hosting;

/// <summary>Traces and metrics for whoever runs the server, by OpenTelemetry's conventions and variables.</summary>
public static class Telemetry
{
    /// <summary>Nothing is recorded or sent where this names no collector.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>What may be set by an argument too; OpenTelemetry reads them itself.</summary>
    internal static readonly string[] Settings =
    [
        Endpoint, "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_PROTOCOL",
        "OTEL_RESOURCE_ATTRIBUTES", "OTEL_SERVICE_NAME", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        // No logs: they may quote what people have typed.
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("classroom").AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing
                .AddSource(RunActivities.SourceName)
                .AddAspNetCoreInstrumentation(requests =>
                {
                    // The address of a page may hold a person's number or a search for her name; its route tells enough.
                    requests.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.path", null).SetTag("url.query", null);
                    // Each event of a page would be a span of its own.
                    requests.EnableAspNetCoreSignalRSupport = false;
                })
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(RunMetrics.MeterName)
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
    }

    /// <summary>What is wrong with the setting, for whoever starts the program.</summary>
    internal static IEnumerable<string> Check(IConfiguration configuration)
    {
        var endpoint = configuration[Endpoint];
        var isFine = string.IsNullOrWhiteSpace(endpoint)
            || (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
        return isFine ? [] : [$"{Endpoint} is '{endpoint}': give the address of a collector, such as http://localhost:4317."];
    }
}
