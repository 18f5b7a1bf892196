namespace Classroom.Training.Probes.WeightUpdates;

/// <summary>How far the last optimizer step of the epoch moved each weight matrix that is trained, as a share of its own length.</summary>
/// <param name="Layers">From input to output.</param>
public sealed record WeightUpdatesFrame(IReadOnlyList<WeightUpdate> Layers) : FrameContent;
