namespace Classroom.Web.Hosting.Settings;

/// <summary>Where traces and metrics go, by OpenTelemetry's own variables.</summary>
public static class TelemetrySettings
{
    /// <summary>Nothing is recorded or sent where this names no collector.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>What may be set by an argument too; OpenTelemetry reads them itself.</summary>
    internal static readonly string[] Names =
    [
        Endpoint, "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_PROTOCOL",
        "OTEL_RESOURCE_ATTRIBUTES", "OTEL_SERVICE_NAME", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG",
    ];

    /// <summary>What is wrong with the setting, for whoever starts the program.</summary>
    internal static IEnumerable<string> Check(IConfiguration configuration)
    {
        var endpoint = configuration[Endpoint];
        var isFine = string.IsNullOrWhiteSpace(endpoint)
            || (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
        return isFine ? [] : [$"{Endpoint} is '{endpoint}': give the address of a collector, such as http://localhost:4317."];
    }
}
