namespace Classroom.Training.Loop;

/// <summary>The epoch with the lowest validation loss so far, and its weights where they are to be kept.</summary>
/// <param name="size">Weights of the network; 0 where they are not to be kept.</param>
internal sealed class BestEpoch(int size)
{
    private readonly float[] weights = new float[size];

    /// <summary>The lowest validation loss; infinite before the first epoch.</summary>
    public float Loss { get; private set; } = float.PositiveInfinity;

    /// <summary>Epochs that have brought no lower loss since.</summary>
    public int EpochsSince { get; private set; }

    /// <summary>Training steps done when the weights were kept; 0 while there are none.</summary>
    public int Step { get; private set; }

    public bool HasWeights => Step > 0;

    /// <summary>The weights that are kept; empty while there are none.</summary>
    public ReadOnlySpan<float> Weights => HasWeights ? weights : [];

    /// <summary>After the validation of an epoch.</summary>
    /// <param name="loss">Its validation loss.</param>
    /// <param name="step">Training steps done.</param>
    /// <param name="current">The weights of now.</param>
    public void Observe(float loss, int step, ReadOnlySpan<float> current)
    {
        if (loss < Loss && weights.Length > 0)
        {
            current.CopyTo(weights);
            Step = step;
        }

        EpochsSince = loss < Loss ? 0 : EpochsSince + 1;
        Loss = Math.Min(loss, Loss);
    }

    /// <summary>From a checkpoint, whose other parts stand between these and the weights.</summary>
    public void Restore(float loss, int epochsSince) => (Loss, EpochsSince) = (loss, epochsSince);

    /// <summary>The weights from a checkpoint.</summary>
    /// <param name="step">Training steps done when they were kept; 0 where there are none.</param>
    /// <param name="read">Fills them.</param>
    public void RestoreWeights(int step, Action<Span<float>> read)
    {
        Step = step;
        read(HasWeights ? weights : []);
    }
}
