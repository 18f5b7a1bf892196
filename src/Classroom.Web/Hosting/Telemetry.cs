using Classroom.Runs.Telemetry;
using Classroom.Web.Hosting.Settings;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Classroom.Web.Hosting;

/// <summary>Traces and metrics for whoever runs the server, by OpenTelemetry's conventions and variables.</summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[TelemetrySettings.Endpoint]))
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
}
