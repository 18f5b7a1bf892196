using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Probes;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Loop;

/// <summary>One training run that can be advanced bit by bit, by one thread at a time but not always the same one.</summary>
public sealed class TrainingRun : IDisposable
{
    private readonly TrainingConfig config;
    private readonly ProbedRun parts;
    private readonly TrainingState state;
    private readonly TrainingStep trainingStep;
    private readonly int stepsPerEpoch;

    private Phase phase = Phase.Probe;
    private bool disposed;

    /// <summary>Builds the model and draws its first weights.</summary>
    /// <param name="config">What to train.</param>
    /// <param name="dataSet">The whole data set; the config's options choose from it.</param>
    /// <param name="start">The weights of the run that <see cref="TrainingConfig.From"/> names; null for a run from scratch.</param>
    /// <exception cref="ArgumentException">The model cannot be trained on this data set, or not from these weights.</exception>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    public TrainingRun(TrainingConfig config, DataSet dataSet, NetworkWeights? start = null)
        : this(config, dataSet)
    {
        if (config.From is not null)
        {
            (start ?? throw new ArgumentException("from: The weights of that run are missing.", nameof(start)))
                .CopyTo(parts.Parameters, parts.Data);
        }
    }

    private TrainingRun(TrainingConfig config, DataSet dataSet)
    {
        var data = DataOptions.Apply(dataSet, config.Data);
        var model = ModelTable.Create(config.Model, data);
        model.Size.Require(nameof(config));
        TorchRuntime.PrepareThread();
        Engine.Require();
        this.config = config;
        stepsPerEpoch = data.StepsPerEpoch(config.BatchSize);
        var generator = new Generator((ulong)config.Seed, CPU);
        parts = ProbedRun.Create(config, data, model, generator);
        state = new(parts, generator);
        trainingStep = new(parts, state.Optimizer, Steps);
    }

    private enum Phase
    {
        Probe,
        Train,
        Validate,
    }

    /// <summary>Training steps done.</summary>
    public int Step => state.Step;

    /// <summary>Training steps of the whole run; fewer are done where it stops early.</summary>
    public int Steps => Epochs * stepsPerEpoch;

    /// <summary>
    /// The epoch that is being trained or validated, from 1; once the run has finished, the one that its last step belongs to.
    /// </summary>
    public int Epoch => Finished || phase != Phase.Train
        ? Math.Max((Step + stepsPerEpoch - 1) / stepsPerEpoch, 1)
        : Math.Min(EpochsTrained + 1, Epochs);

    public int Epochs => config.Epochs;

    /// <summary>Points given to the sink so far.</summary>
    public int Points => state.Points;

    /// <summary>Frames given to the sink so far.</summary>
    public int Frames => state.Frames;

    public bool Finished => Outcome != RunOutcome.Running;

    public RunOutcome Outcome { get; private set; }

    /// <summary>Weights and biases of the model.</summary>
    public int WeightCount => (int)parts.Model.Size.Weights;

    /// <summary>True once there are weights of a best epoch to keep: only where the config asks for them.</summary>
    public bool HasBestWeights => state.Best.HasWeights;

    /// <summary>The training steps after which <see cref="Weights"/> stood.</summary>
    public int WeightsStep => HasBestWeights ? state.Best.Step : Step;

    /// <summary>True between two steps; a validation or a probe must come to its end first.</summary>
    public bool CanSave => phase == Phase.Train && !Finished;

    private int EpochsTrained => Step / stepsPerEpoch;

    private bool IsLastEpoch => EpochsTrained == Epochs || (config.Patience is { } patience && state.Best.EpochsSince >= patience);

    /// <summary>
    /// Does one small unit of work on the calling thread: a training step, a slice of validation or a moment of a probe.
    /// Does nothing once the run has finished.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The run was disposed.</exception>
    public void Advance(ITrainingSink sink)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Finished)
        {
            return;
        }

        TorchRuntime.PrepareThread();
        using var scope = NewDisposeScope();
        switch (phase)
        {
            case Phase.Train:
                Train(sink);
                break;
            case Phase.Validate:
                Validate(sink);
                break;
            default:
                AdvanceProbes(sink);
                break;
        }
    }

    /// <summary>
    /// A checkpoint: a run resumed from it goes on bit for bit as this one does. About 12 bytes a weight, or 16 where the best ones are
    /// kept.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="CanSave"/> is false.</exception>
    public byte[] Save() =>
        CanSave ? state.Save() : throw new InvalidOperationException("A run can be saved only between two training steps.");

    /// <summary>The run as it was when it was saved.</summary>
    /// <param name="config">The config that it was started with.</param>
    /// <param name="dataSet">The data set that it was started with.</param>
    /// <param name="checkpoint">From <see cref="Save"/>.</param>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, of another version or of another config.</exception>
    /// <exception cref="ArgumentException">The model cannot be trained on this data set.</exception>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    public static TrainingRun Resume(TrainingConfig config, DataSet dataSet, byte[] checkpoint)
    {
        using var reader = CheckpointReader.Open(checkpoint, config);

        // All weights come from the checkpoint, those of the run it began from too.
        var run = new TrainingRun(config, dataSet);
        try
        {
            run.state.Restore(reader);
            run.phase = Phase.Train;
            run.parts.Network.train();
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether <see cref="Resume"/> takes this checkpoint: it is whole, of this version and of this config. Builds nothing.
    /// </summary>
    public static bool CanResume(TrainingConfig config, byte[] checkpoint) => CheckpointReader.CanOpen(checkpoint, config);

    /// <summary>
    /// The weights to keep: those of the best epoch so far where the config asks for them and an epoch has been validated, else
    /// those of now. With the config, the kind of data and <see cref="WeightsStep"/> beside them; not while another thread
    /// advances the run.
    /// </summary>
    public NetworkWeights Weights() =>
        NetworkWeights.Create(state.Weights(), config, parts.Data.Info, (double)WeightsStep / stepsPerEpoch);

    /// <summary>Frees the model's memory; not while another thread advances the run.</summary>
    public void Dispose()
    {
        disposed = true;
        state.Dispose();
    }

    private void Train(ITrainingSink sink)
    {
        var batch = Step % stepsPerEpoch;
        if (batch == 0)
        {
            parts.Network.train();
        }

        var isLast = batch == stepsPerEpoch - 1;
        var (loss, accuracy) = trainingStep.Take(Step, state.Order.Take(batch), isLast ? state.Probes.BeforeLastStep : null);
        Outcome = float.IsFinite(loss) ? RunOutcome.Running : RunOutcome.Diverged;

        state.Step++;
        if (isLast)
        {
            state.Order.End();
            phase = Phase.Validate;
            parts.Network.eval();
        }

        Report(sink, (double)Step / stepsPerEpoch, loss, accuracy, null, null);
    }

    private void Validate(ITrainingSink sink)
    {
        using var noGradients = no_grad();
        if (parts.Validation.Advance() is not var (loss, accuracy))
        {
            return;
        }

        phase = Phase.Probe;
        Outcome = float.IsFinite(loss) ? RunOutcome.Running : RunOutcome.Diverged;
        state.Best.Observe(loss, Step, parts.Parameters.Weights);
        Report(sink, EpochsTrained, null, null, loss, accuracy);
    }

    private void AdvanceProbes(ITrainingSink sink)
    {
        using var noGradients = no_grad();
        var (frame, allDone) = state.Probes.Advance(Step, EpochsTrained, IsLastEpoch);
        if (frame is not null)
        {
            state.Frames++;
            sink.Frame(frame);
        }

        if (!allDone)
        {
            return;
        }

        phase = Phase.Train;
        if (IsLastEpoch)
        {
            Outcome = EpochsTrained == Epochs ? RunOutcome.Completed : RunOutcome.StoppedEarly;
        }
    }

    private void Report(ITrainingSink sink, double epoch, float? trainLoss, float? trainAccuracy, float? valLoss, float? valAccuracy) =>
        sink.Point(new(state.Points++, Step, epoch, trainLoss, trainAccuracy, valLoss, valAccuracy));
}
