using System.Text.Json.Serialization;
using Classroom.Training.Loop;

namespace Classroom.Web.Features.Runs;

/// <summary>A point of the curve; what a step does not have, or what is no number any more, is left out.</summary>
public sealed record PointAnswer
{
    public required int Sequence { get; init; }

    public required int Step { get; init; }

    public required double Epoch { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? TrainLoss { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? TrainAccuracy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? ValLoss { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? ValAccuracy { get; init; }

    public static PointAnswer From(MetricPoint point) => new()
    {
        Sequence = point.Sequence,
        Step = point.Step,
        Epoch = point.Epoch,
        TrainLoss = Number(point.TrainLoss),
        TrainAccuracy = Number(point.TrainAccuracy),
        ValLoss = Number(point.ValLoss),
        ValAccuracy = Number(point.ValAccuracy),
    };

    private static float? Number(float? value) => value is { } number && float.IsFinite(number) ? number : null;
}
