using Classroom.Training.SelfCheck;

namespace Classroom.Web.Features.Admin;

/// <summary>How a process computes. Until somebody needs the engine only the processor is known.</summary>
public sealed record EngineAnswer
{
    /// <summary><c>passed</c>, <c>failed</c>, or <c>not checked</c> where nothing has needed it so far.</summary>
    public required string State { get; init; }

    public required string Processor { get; init; }

    public required int Cores { get; init; }

    public required IReadOnlyList<string> InstructionSets { get; init; }

    /// <summary>Empty where the system does not report them.</summary>
    public required IReadOnlyList<string> Caches { get; init; }

    public string? Libraries { get; init; }

    public string? Setting { get; init; }

    /// <summary>What was computed wrongly with settings that were tried and not taken.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>How long the check took.</summary>
    public double? Seconds { get; init; }

    public static EngineAnswer From(EngineReport? report)
    {
        var processor = report?.Processor ?? Training.Operations.Processor.Current;
        return new()
        {
            State = report switch { null => "not checked", { Passed: true } => "passed", _ => "failed" },
            Processor = processor.Name,
            Cores = processor.Cores,
            InstructionSets = processor.InstructionSets,
            Caches = processor.Caches,
            Libraries = report?.Libraries,
            Setting = report?.Setting,
            Faults = report?.Faults ?? [],
            Seconds = report?.Time.TotalSeconds,
        };
    }
}
