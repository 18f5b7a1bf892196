using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>
/// A look into the network while it trains. It never disturbs training: it sees weights and validation examples, draws only
/// from a generator of its own, and works in moments short enough for the run to be paused between two of them.
/// </summary>
internal abstract class Probe(string kind) : IDisposable
{
    /// <summary>One of <see cref="ProbeKinds"/>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Roughly what one frame takes, in microseconds of a slow core; decides how often there is one.</summary>
    public abstract double Cost { get; }

    /// <summary>Where its draws come from, for a checkpoint; null where it makes none.</summary>
    public virtual Generator? Draws => null;

    public static Probe Of(string kind, ProbedRun run) => kind switch
    {
        ProbeKinds.Predictions => new PredictionsProbe(run),
        ProbeKinds.Text => new TextProbe(run),
        _ => throw new ArgumentException($"There is no probe '{kind}'.", nameof(kind)),
    };

    /// <summary>
    /// Works for a moment, with gradients off and the network in evaluation mode; null while there is more to do. What it keeps
    /// between two moments it detaches from the dispose scope and forgets with the frame.
    /// </summary>
    /// <param name="step">Training steps done.</param>
    /// <param name="epoch">Epochs done; 0 before training.</param>
    public abstract ProbeFrame? Look(int step, int epoch);

    public virtual void Dispose()
    {
    }
}

/// <summary>What a probe can look at.</summary>
internal sealed record ProbedRun(TrainingConfig Config, DataSet Data, Network Network, ExampleTensors Examples, Objective Objective, FlatParameters Parameters);
