using System.Text.Json.Serialization;

namespace Classroom.Web.Features.Charts;

/// <summary>The markers of a <see cref="CurveTrace"/>.</summary>
public sealed record CurveMark(
    [property: JsonPropertyName("color")] string Color,
    [property: JsonPropertyName("size")] double Size,
    [property: JsonPropertyName("symbol"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Symbol = null,
    [property: JsonPropertyName("line"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CurveStroke? Line = null);
