using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Losses;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Optimizers;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Loop;

/// <summary>One training run that can be advanced bit by bit, by one thread at a time but not always the same one.</summary>
public sealed partial class TrainingRun : IDisposable
{
    private readonly TrainingConfig config;
    private readonly DataSet data;
    private readonly ExampleTensors examples;
    private readonly Generator generator;
    private readonly Network network;
    private readonly Objective objective;
    private readonly FlatParameters parameters;
    private readonly Optimizer optimizer;
    private readonly Validation validation;
    private readonly ProbeRound probes;
    private readonly int stepsPerEpoch;

    private readonly BestEpoch best;
    private readonly EpochOrder order;

    private Phase phase = Phase.Probe;
    private int epochsTrained;
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
            (start ?? throw new ArgumentException("from: The weights of that run are missing.", nameof(start))).CopyTo(parameters, data);
        }
    }

    private TrainingRun(TrainingConfig config, DataSet dataSet)
    {
        data = DataOptions.Apply(dataSet, config.Data);
        var model = ModelTable.Create(config.Model, data);
        if (model.Size.Faults is [var (field, message), ..])
        {
            throw new ArgumentException($"{field}: {message}", nameof(config));
        }

        TorchRuntime.PrepareThread();
        Engine.Require();
        this.config = config;
        examples = ExampleTensors.From(data);
        generator = new Generator((ulong)config.Seed, CPU);
        network = model.CreateNetwork(generator);
        network.eval();
        model.DrawWeights(network, config.Init, generator);
        parameters = new FlatParameters(network, config.Freeze);
        objective = Objective.Create(config, data);
        order = new EpochOrder(data.Train, config.BatchSize, generator);
        best = new BestEpoch(config.KeepsBest ? parameters.Count : 0);
        optimizer = Optimizer.Create(config.Optimizer, parameters.TrainedWeights.Length);
        validation = new Validation(network, data, examples, objective, model.Size.Multiplications);
        stepsPerEpoch = data.StepsPerEpoch(config.BatchSize);
        var probed = new ProbedRun(config, data, model, network, examples, objective, parameters, validation);
        probes = new ProbeRound(probed, stepsPerEpoch * probed.Time.Step(config.BatchSize));
        WeightCount = (int)model.Size.Weights;
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

    /// <summary>Training steps of the whole run; fewer are done where it stops early.</summary>
    public int Steps { get; }

    /// <summary>
    /// The epoch that is being trained or validated, from 1; once the run has finished, the one that its last step belongs to.
    /// </summary>
    public int Epoch => Finished || phase != Phase.Train
        ? Math.Max((Step + stepsPerEpoch - 1) / stepsPerEpoch, 1)
        : Math.Min(epochsTrained + 1, Epochs);

    public int Epochs { get; }

    /// <summary>Points given to the sink so far.</summary>
    public int Points { get; private set; }

    /// <summary>Frames given to the sink so far.</summary>
    public int Frames { get; private set; }

    public bool Finished => Outcome != RunOutcome.Running;

    public RunOutcome Outcome { get; private set; }

    /// <summary>Weights and biases of the model.</summary>
    public int WeightCount { get; }

    /// <summary>True once there are weights of a best epoch to keep: only where the config asks for them.</summary>
    public bool HasBestWeights => best.HasWeights;

    /// <summary>The training steps after which <see cref="Weights"/> stood.</summary>
    public int WeightsStep => HasBestWeights ? best.Step : Step;

    private bool IsLastEpoch => epochsTrained == Epochs || (config.Patience is { } patience && best.EpochsSince >= patience);

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

    /// <summary>Frees the model's memory; not while another thread advances the run.</summary>
    public void Dispose()
    {
        disposed = true;
        order.Dispose();
        probes.Dispose();
        network.Dispose();
        parameters.Dispose();
        generator.Dispose();
    }

    private void Train(ITrainingSink sink)
    {
        var batch = Step - (epochsTrained * stepsPerEpoch);
        if (batch == 0)
        {
            network.train();
        }

        var (inputs, targets) = examples.Take(order.Take(batch));
        var predictions = Objective.Predictions(network.call(inputs));
        var loss = objective.Loss(predictions, inputs, targets, nn.Reduction.Mean);
        var lossValue = loss.item<float>();
        var accuracy = objective.Classifies ? (float?)Objective.Right(predictions, targets) / targets.shape[0] : null;
        if (float.IsFinite(lossValue))
        {
            UpdateWeights(loss);
        }
        else
        {
            Outcome = RunOutcome.Diverged;
        }

        Step++;
        if (Step % stepsPerEpoch == 0)
        {
            order.End();
            epochsTrained++;
            phase = Phase.Validate;
            network.eval();
        }

        Report(sink, (double)Step / stepsPerEpoch, lossValue, accuracy, null, null);
    }

    private void UpdateWeights(Tensor loss)
    {
        parameters.Gradients.Clear();
        loss.PassBack();
        if (config.Clip is { } norm)
        {
            Optimizer.Clip(parameters.TrainedGradients, norm);
        }

        if ((Step + 1) % stepsPerEpoch == 0)
        {
            probes.BeforeLastStep();
        }

        optimizer.Step(parameters.TrainedWeights, parameters.TrainedGradients, LearningRate());
    }

    /// <summary>
    /// Cosine: half a cosine from the full rate before the first step down to 0 after the last (Loshchilov and Hutter,
    /// 2017, without restarts).
    /// </summary>
    private double LearningRate() => config.Schedule == LearningRateSchedule.Cosine
        ? config.Optimizer.LearningRate * (1 + Math.Cos(Math.PI * Step / Steps)) / 2
        : config.Optimizer.LearningRate;

    private void Validate(ITrainingSink sink)
    {
        using var noGradients = no_grad();
        if (validation.Advance() is not var (loss, accuracy))
        {
            return;
        }

        phase = Phase.Probe;
        if (!float.IsFinite(loss))
        {
            Outcome = RunOutcome.Diverged;
        }

        best.Observe(loss, Step, parameters.Weights);
        Report(sink, epochsTrained, null, null, loss, accuracy);
    }

    private void AdvanceProbes(ITrainingSink sink)
    {
        using var noGradients = no_grad();
        var (frame, allDone) = probes.Advance(Step, epochsTrained, IsLastEpoch);
        if (frame is not null)
        {
            Frames++;
            sink.Frame(frame);
        }

        if (!allDone)
        {
            return;
        }

        phase = Phase.Train;
        if (IsLastEpoch)
        {
            Outcome = epochsTrained == Epochs ? RunOutcome.Completed : RunOutcome.StoppedEarly;
        }
    }

    private void Report(ITrainingSink sink, double epoch, float? trainLoss, float? trainAccuracy, float? valLoss, float? valAccuracy) =>
        sink.Point(new(Points++, Step, epoch, trainLoss, trainAccuracy, valLoss, valAccuracy));
}
