using Classroom.Training.Operations;

namespace Classroom.Training.SelfCheck;

/// <summary>What the engine found when it checked itself on this machine, and how it computes since.</summary>
public sealed record EngineReport
{
    public required Processor Processor { get; init; }

    /// <summary>Names and versions, such as <c>TorchSharp 0.107.0, libtorch 2.10.0</c>.</summary>
    public required string Libraries { get; init; }

    /// <summary>
    /// How each operation that could be computed in several ways is computed, in a few words; the same words mean the same
    /// arithmetic on the same kind of processor. At most 200 characters.
    /// </summary>
    public required string Setting { get; init; }

    /// <summary>
    /// What was computed wrongly under settings that were tried and not taken, one sentence each; empty on a good machine.
    /// </summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>
    /// True where every operation computes correctly under <see cref="Setting"/>. Where it is false, nothing may be trained here.
    /// </summary>
    public required bool Passed { get; init; }

    /// <summary>What the check took.</summary>
    public TimeSpan Time { get; init; }
}
