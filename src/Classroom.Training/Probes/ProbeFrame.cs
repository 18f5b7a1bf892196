namespace Classroom.Training.Probes;

/// <summary>A look into the network at one step.</summary>
/// <param name="Step">Training steps done.</param>
/// <param name="Epoch">Epochs done; 0 before training. Several kinds may have a frame at the same step.</param>
/// <param name="Kind">The name of the probe's kind.</param>
/// <param name="Json">The <see cref="FrameContent"/> of its kind.</param>
public sealed record ProbeFrame(int Step, int Epoch, string Kind, string Json)
{
    /// <summary>No frame's JSON is longer, in bytes of UTF-8.</summary>
    public const int LargestJson = 64 * 1024;
}
