using static TorchSharp.torch;

namespace Classroom.Training.Probes;

/// <summary>
/// A look into the network while it trains. It never disturbs training: it sees weights and examples, draws only from a
/// generator of its own, and works in moments short enough for the run to be paused between two of them.
/// </summary>
internal abstract class Probe(string kind) : IDisposable
{
    /// <summary>One of <see cref="ProbeKinds"/>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Roughly what one frame takes, in microseconds of a core; decides how often there is one.</summary>
    public abstract double Cost { get; }

    /// <summary>Roughly how long the JSON of one frame is, the first one aside; decides it too.</summary>
    public abstract int Bytes { get; }

    /// <summary>Where its draws come from, for a checkpoint; null where it makes none.</summary>
    public virtual Generator? Draws => null;

    /// <summary>What it remembers from one frame to the next, for a checkpoint; always of the same length.</summary>
    public virtual float[] Memory => [];

    public static Probe Of(string kind, ProbedRun run) => kind switch
    {
        ProbeKinds.Predictions => new PredictionsProbe(run),
        ProbeKinds.DecisionBoundary => new DecisionBoundaryProbe(run),
        ProbeKinds.Network => new NetworkProbe(run),
        ProbeKinds.Filters => new FiltersProbe(run),
        ProbeKinds.FeatureMaps => new FeatureMapsProbe(run),
        ProbeKinds.Confusion => new ConfusionProbe(run),
        ProbeKinds.Embedding => new EmbeddingProbe(run),
        ProbeKinds.Reconstructions => new ReconstructionsProbe(run),
        ProbeKinds.Forecast => new ForecastProbe(run),
        ProbeKinds.Text => new TextProbe(run),
        ProbeKinds.GradientNorms => new GradientNormsProbe(run),
        ProbeKinds.WeightHistogram => new WeightHistogramProbe(run),
        ProbeKinds.LossSurface when LineLossProbe.Fits(run.Config.Model, run.Data) => new LineLossProbe(run),
        ProbeKinds.LossSurface => new LossSurfaceProbe(run),
        _ => throw new ArgumentException($"There is no probe '{kind}'.", nameof(kind)),
    };

    /// <summary>
    /// Works for a moment, with gradients off and the network in evaluation mode; null while there is more to do. What it keeps
    /// between two moments it detaches from the dispose scope and forgets with the frame.
    /// </summary>
    /// <param name="step">Training steps done.</param>
    /// <param name="epoch">Epochs done; 0 before training. What never changes belongs into that first frame alone.</param>
    public abstract ProbeFrame? Look(int step, int epoch);

    public virtual void Dispose()
    {
    }

    protected ProbeFrame Frame(int step, int epoch, object content) => new(step, epoch, Kind, FrameJson.Write(content));
}
