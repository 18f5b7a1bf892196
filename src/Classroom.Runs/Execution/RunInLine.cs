namespace Classroom.Runs.Execution;

/// <summary>A run in the line, as it stands at one moment.</summary>
internal sealed record RunInLine
{
    public required int OwnerId { get; init; }

    public required bool IsDemonstration { get; init; }

    public required int MaxConcurrentOfOwner { get; init; }

    /// <summary>What it shares a place with.</summary>
    public required Guid? Trial { get; init; }

    public required int StepsLeft { get; init; }

    /// <summary>By the clock on the wall; null where it has not trained for long enough.</summary>
    public required double? StepsASecond { get; init; }

    /// <summary>Seconds of training a step takes, measured on it or on a run like it; null where nobody has trained such a one.</summary>
    public required double? SecondsAStep { get; init; }
}
