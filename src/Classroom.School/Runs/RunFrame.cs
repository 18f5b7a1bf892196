namespace Classroom.School.Runs;

/// <summary>One picture a probe took of the network at a step.</summary>
public sealed class RunFrame
{
    public required Guid RunId { get; init; }

    public required int Index { get; init; }

    public required int Step { get; init; }

    public required int Epoch { get; init; }

    public required string Kind { get; init; }

    public required string Json { get; init; }
}
