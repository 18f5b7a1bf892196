using System.Text.Json.Serialization;

namespace Classroom.Web.Features.Charts;

/// <summary>The line of a <see cref="CurveTrace"/>.</summary>
public sealed record CurveStroke(
    [property: JsonPropertyName("color")] string Color,
    [property: JsonPropertyName("width")] double Width,
    [property: JsonPropertyName("dash"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Dash = null);
