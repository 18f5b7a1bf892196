using static TorchSharp.torch;

namespace Classroom.Training.Probes;

/// <summary>
/// A look into the network while it trains. It never disturbs training: it sees weights and examples, draws only from a
/// generator of its own, and works in moments short enough for the run to be paused between two of them.
/// </summary>
internal abstract class Probe : IDisposable
{
    /// <summary>Roughly what one frame takes, in microseconds of a core; decides how often there is one.</summary>
    public abstract double Cost { get; }

    /// <summary>Roughly how long the JSON of one frame is, the first one aside; decides it too.</summary>
    public abstract int Bytes { get; }

    /// <summary>Where its draws come from, for a checkpoint; null where it makes none.</summary>
    public virtual Generator? Draws => null;

    /// <summary>What it remembers from one frame to the next, for a checkpoint; always of the same length.</summary>
    public virtual float[] Memory => [];

    /// <summary>Sees the weights right before the optimizer's last step of an epoch.</summary>
    public virtual void BeforeLastStep()
    {
    }

    /// <summary>
    /// Works for a moment, with gradients off and the network in evaluation mode; null while there is more to do. What it keeps
    /// between two moments it detaches from the dispose scope and forgets with the frame.
    /// </summary>
    /// <param name="isFirst">Before training: what never changes belongs into that frame alone.</param>
    public abstract FrameContent? Capture(bool isFirst);

    public virtual void Dispose()
    {
    }
}
