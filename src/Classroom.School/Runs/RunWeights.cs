namespace Classroom.School.Runs;

/// <summary>
/// The network that a run has ended with, its last or its best one, to take home or to train on from. Stored for each person's
/// newest runs only (<see cref="RunQuota.WeightsPerPerson"/>).
/// </summary>
public sealed class RunWeights
{
    public required Guid RunId { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>A safetensors file.</summary>
    public required byte[] Data { get; init; }
}
