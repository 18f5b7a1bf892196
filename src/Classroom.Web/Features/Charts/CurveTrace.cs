using System.Text.Json.Serialization;

namespace Classroom.Web.Features.Charts;

/// <summary>A trace as Plotly reads it, points and looks.</summary>
public sealed record CurveTrace
{
    // Plotly makes it the name of a class, by which chart.css can find the series.
    [JsonPropertyName("uid")]
    public required string Uid { get; init; }

    [JsonPropertyName("type")]
    public string Type => "scatter";

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("mode")]
    public required string Mode { get; init; }

    [JsonPropertyName("line"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CurveStroke? Line { get; init; }

    [JsonPropertyName("marker"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CurveMark? Marker { get; init; }

    [JsonPropertyName("opacity")]
    public double Opacity { get; init; } = 1;

    [JsonPropertyName("showlegend")]
    public bool ShowLegend { get; init; } = true;

    [JsonPropertyName("hoverinfo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HoverInfo { get; init; }

    [JsonPropertyName("hovertemplate"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HoverTemplate { get; init; }

    [JsonPropertyName("x")]
    public IReadOnlyList<double> X { get; init; } = [];

    // Single precision: as exact as the curve, and half as many digits on the way.
    [JsonPropertyName("y")]
    public IReadOnlyList<float> Y { get; init; } = [];

    /// <summary>The values in words; null where their figures can be read.</summary>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Text { get; init; }

    internal CurveTrace With(IReadOnlyList<(double X, double Y)> points, CurveScale scale) => this with
    {
        X = [.. points.Select(point => point.X)],
        Y = [.. points.Select(point => (float)scale.Place(point.Y))],
        Text = scale.InWords ? [.. points.Select(point => CurveTraces.Words(point.Y, scale))] : null,
    };
}
