using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>One training run that can be advanced bit by bit, by one thread at a time but not always the same one.</summary>
public sealed class TrainingRun : IDisposable
{
    // A slice of validation takes about 10 ms of a slow core.
    private const long MultiplicationsInASlice = 20_000_000;
    private const int MostExamplesInASlice = 256;

    private readonly TrainingConfig config;
    private readonly DataSet data;
    private readonly ExampleTensors examples;
    private readonly Generator generator;
    private readonly TrainableModel model;
    private readonly optim.Optimizer optimizer;
    private readonly int stepsPerEpoch;
    private readonly int validationSlice;

    private Phase phase = Phase.Probe;
    private Tensor? order;
    private int epochsTrained;
    private int points;
    private int validated;
    private double validationLoss;
    private long validationRight;
    private bool disposed;

    /// <summary>Builds the model and draws its first weights.</summary>
    /// <param name="config">What to train.</param>
    /// <param name="dataSet">The whole data set; the config's options choose from it.</param>
    /// <exception cref="ArgumentException">The model cannot be trained on this data set.</exception>
    public TrainingRun(TrainingConfig config, DataSet dataSet)
    {
        data = DataOptions.Apply(dataSet, config.Data);
        var size = ModelSize.Of(config.Model, data);
        if (size.Faults is [var (field, message), ..])
        {
            throw new ArgumentException($"{field}: {message}", nameof(config));
        }

        TorchRuntime.PrepareThread();
        this.config = config;
        examples = ExampleTensors.Of(data);
        generator = new Generator((ulong)config.Seed, CPU);
        model = TrainableModel.Create(config, data, generator);
        optimizer = CreateOptimizer(config.Optimizer, model.Network);
        stepsPerEpoch = StepsPerEpoch(data, config.BatchSize);
        validationSlice = (int)Math.Clamp(MultiplicationsInASlice / Math.Max(1, size.Multiplications), 1, MostExamplesInASlice);
        WeightCount = (int)size.Weights;
        Epochs = config.Epochs;
        Steps = Epochs * stepsPerEpoch;
    }

    private enum Phase
    {
        Probe,
        Train,
        Validate,
    }

    /// <summary>Training steps done.</summary>
    public int Step { get; private set; }

    /// <summary>Training steps of the whole run.</summary>
    public int Steps { get; }

    /// <summary>The epoch that is being trained or validated, from 1.</summary>
    public int Epoch => phase == Phase.Train
        ? Math.Min(epochsTrained + 1, Epochs)
        : Math.Max(epochsTrained, 1);

    public int Epochs { get; }

    public bool Finished => Outcome != RunOutcome.Running;

    public RunOutcome Outcome { get; private set; }

    /// <summary>Weights and biases of the model.</summary>
    public int WeightCount { get; }

    /// <summary>
    /// Does one small unit of work on the calling thread: a training step, a slice of validation or a probe.
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
                Probe(sink);
                break;
        }
    }

    /// <summary>Frees the model's memory; not while another thread advances the run.</summary>
    public void Dispose()
    {
        disposed = true;
        order?.Dispose();
        optimizer.Dispose();
        model.Dispose();
        generator.Dispose();
    }

    internal static int StepsPerEpoch(DataSetInfo data, int batchSize) => (data.Train + batchSize - 1) / batchSize;

    private static optim.Optimizer CreateOptimizer(OptimizerConfig config, nn.Module network) => config.Kind switch
    {
        OptimizerKind.Adam => optim.Adam(network.parameters(), config.LearningRate, weight_decay: config.WeightDecay),
        _ => optim.SGD(network.parameters(), config.LearningRate, config.Momentum, weight_decay: config.WeightDecay),
    };

    private void Train(ITrainingSink sink)
    {
        var start = (Step - (epochsTrained * stepsPerEpoch)) * config.BatchSize;
        if (start == 0)
        {
            order = randperm(data.Train, generator: generator).DetachFromDisposeScope();
        }

        var batch = order!.narrow(0, start, Math.Min(config.BatchSize, data.Train - start));
        model.Network.train();
        var (logits, targets) = model.Predict(examples.Inputs.index_select(0, batch), examples.Targets.index_select(0, batch));
        var loss = nn.functional.cross_entropy(logits, targets);
        var lossValue = loss.item<float>();
        var accuracy = (float)Right(logits, targets) / targets.shape[0];
        if (float.IsFinite(lossValue))
        {
            optimizer.zero_grad();
            loss.backward();
            if (config.Clip is { } norm)
            {
                nn.utils.clip_grad_norm_(model.Network.parameters(), norm);
            }

            optimizer.step();
        }
        else
        {
            Outcome = RunOutcome.Diverged;
        }

        Step++;
        if (Step % stepsPerEpoch == 0)
        {
            order.Dispose();
            order = null;
            epochsTrained++;
            phase = Phase.Validate;
        }

        sink.Point(new(points++, Step, (double)Step / stepsPerEpoch, lossValue, accuracy, null, null));
    }

    private void Validate(ITrainingSink sink)
    {
        model.Network.eval();
        using var noGradients = no_grad();
        var count = Math.Min(validationSlice, data.Validation - validated);
        var (logits, targets) = model.Predict(
            examples.Inputs.narrow(0, data.Train + validated, count),
            examples.Targets.narrow(0, data.Train + validated, count));
        validationLoss += nn.functional.cross_entropy(logits, targets, reduction: nn.Reduction.Sum).item<float>();
        validationRight += Right(logits, targets);
        validated += count;
        if (validated < data.Validation)
        {
            return;
        }

        double predictions = examples.Targets.NumberOfElements / data.Examples * data.Validation;
        var loss = (float)(validationLoss / predictions);
        var accuracy = (float)(validationRight / predictions);
        (validated, validationLoss, validationRight) = (0, 0, 0);
        phase = Phase.Probe;
        if (!float.IsFinite(loss))
        {
            Outcome = RunOutcome.Diverged;
        }

        sink.Point(new(points++, Step, epochsTrained, null, null, loss, accuracy));
    }

    private void Probe(ITrainingSink sink)
    {
        model.Network.eval();
        using var noGradients = no_grad();
        if (model.Probe(Step, epochsTrained) is not { } frame)
        {
            return;
        }

        phase = Phase.Train;
        if (epochsTrained == Epochs)
        {
            Outcome = RunOutcome.Completed;
        }

        sink.Frame(frame);
    }

    private static long Right(Tensor logits, Tensor targets) => logits.argmax(1).eq(targets).sum().item<long>();
}
