using Classroom.Runs.Execution;
using Classroom.School.Runs;

namespace Classroom.Runs.Grains;

/// <summary>Where a run stands.</summary>
[GenerateSerializer, Immutable]
public sealed record RunStatus
{
    [Id(0)]
    public required RunState State { get; init; }

    [Id(1)]
    public required int Step { get; init; }

    [Id(2)]
    public required int Steps { get; init; }

    /// <summary>The epoch being trained, from 1; 0 before the first.</summary>
    [Id(3)]
    public required int Epoch { get; init; }

    [Id(4)]
    public required int Epochs { get; init; }

    /// <summary>Training time so far, waiting not counted, in milliseconds.</summary>
    [Id(5)]
    public required long TrainingMilliseconds { get; init; }

    /// <summary>For the reader: why the run ended as it did, or what keeps it from going on.</summary>
    [Id(6)]
    public string? Message { get; init; }

    /// <summary>Its place among its owner's waiting runs, from 1; null where it need not wait.</summary>
    [Id(7)]
    public int? QueuePlace { get; init; }

    /// <summary>Seconds until a waiting run trains; null where nobody can know.</summary>
    [Id(8)]
    public int? ExpectedStart { get; init; }

    /// <summary>Seconds until the run's end, with all that trains beside it; null where nobody can know.</summary>
    [Id(9)]
    public int? ExpectedEnd { get; init; }

    /// <summary>
    /// The training steps after which the kept weights stood; null while the run has not ended, and where none are known.
    /// </summary>
    [Id(10)]
    public int? WeightsStep { get; init; }

    public static RunStatus From(Run run) => new()
    {
        State = run.State,
        Step = run.Step,
        Steps = run.Steps,
        Epoch = run.Epoch,
        Epochs = run.Epochs,
        TrainingMilliseconds = run.TrainingMilliseconds,
        Message = run.Message,
        WeightsStep = run.WeightsStep,
    };

    public RunStatus With(RunForecast forecast) =>
        this with { QueuePlace = forecast.QueuePlace, ExpectedStart = forecast.ExpectedStart, ExpectedEnd = forecast.ExpectedEnd };
}
