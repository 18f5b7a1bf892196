using System.Text.Json;
using System.Text.Json.Serialization;
using Classroom.Runs.Execution;
using Classroom.School.Runs;
using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Runs;

/// <summary>A run as the API tells it.</summary>
public sealed record RunAnswer
{
    public required Guid Id { get; init; }

    public required RunState State { get; init; }

    public required int Step { get; init; }

    public required int Steps { get; init; }

    public required int Epoch { get; init; }

    public required int Epochs { get; init; }

    public required JsonElement Config { get; init; }

    /// <summary>Which weights the run ends with: <c>last</c> or <c>best</c>.</summary>
    public required KeptWeights Keep { get; init; }

    /// <summary>
    /// The training steps after which the kept weights stood; left out while the run has not ended, and where it kept none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WeightsStep { get; init; }

    /// <summary>The same in epochs, with their fraction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? WeightsEpoch { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime? EndedUtc { get; init; }

    public string? Message { get; init; }

    /// <summary>
    /// The settings of the engines that have computed it, oldest first, joined by arrows; null where nobody wrote them down.
    /// </summary>
    public string? Engine { get; init; }

    /// <summary>Their processors, in the same way.</summary>
    public string? Processor { get; init; }

    /// <summary>Its place among its owner's waiting runs, from 1; left out where it need not wait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? QueuePlace { get; init; }

    /// <summary>Seconds until a waiting run trains; left out where nobody can know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ExpectedStart { get; init; }

    /// <summary>Seconds until its end, with all that trains beside it; left out where nobody can know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ExpectedEnd { get; init; }

    public static RunAnswer From(Run run, RunForecast forecast) => new()
    {
        Id = run.Id,
        State = run.State,
        Step = run.Step,
        Steps = run.Steps,
        Epoch = run.Epoch,
        Epochs = run.Epochs,
        Config = JsonDocument.Parse(run.ConfigJson).RootElement,
        Keep = TrainingConfig.FromJson(run.ConfigJson).Keep ?? KeptWeights.Last,
        WeightsStep = run.WeightsStep,
        WeightsEpoch = (double?)run.WeightsStep * run.Epochs / run.Steps,
        CreatedUtc = run.CreatedUtc,
        EndedUtc = run.EndedUtc,
        Message = run.Message,
        Engine = run.Engine,
        Processor = run.Processor,
        QueuePlace = forecast.QueuePlace,
        ExpectedStart = forecast.ExpectedStart,
        ExpectedEnd = forecast.ExpectedEnd,
    };
}

/// <param name="Points">What follows the point that was asked for.</param>
/// <param name="Next">What to pass as <c>after</c> for the rest.</param>
public sealed record CurveAnswer(IReadOnlyList<PointAnswer> Points, int Next);

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

/// <summary>A probe's frame; its content depends on the kind.</summary>
public sealed record FrameAnswer(int Step, int Epoch, string Kind, JsonElement Content);
