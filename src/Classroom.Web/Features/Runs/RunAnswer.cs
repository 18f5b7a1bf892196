using System.Text.Json;
using System.Text.Json.Serialization;
using Classroom.Runs.Execution;
using Classroom.School.Runs;
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
