namespace Classroom.Training;

/// <summary>One training run that can be advanced bit by bit, by one thread at a time but not always the same one.</summary>
public sealed class TrainingRun : IDisposable
{
    /// <summary>Builds the model and draws its first weights.</summary>
    /// <exception cref="ArgumentException">The model cannot be trained on this data set.</exception>
    public TrainingRun(TrainingConfig config, DataSet data) => throw new NotImplementedException();

    /// <summary>Training steps done.</summary>
    public int Step { get; private set; }

    /// <summary>Training steps of the whole run.</summary>
    public int Steps { get; }

    /// <summary>The epoch that is being trained or validated, from 1.</summary>
    public int Epoch { get; private set; }

    public int Epochs { get; }

    public bool Finished => Outcome != RunOutcome.Running;

    public RunOutcome Outcome { get; private set; }

    /// <summary>Weights and biases of the model.</summary>
    public int WeightCount { get; }

    /// <summary>
    /// Does one small unit of work on the calling thread: a training step, a slice of validation or a probe.
    /// Does nothing once the run has finished.
    /// </summary>
    public void Advance(ITrainingSink sink) => throw new NotImplementedException();

    /// <summary>Frees the model's memory.</summary>
    public void Dispose() => throw new NotImplementedException();
}
