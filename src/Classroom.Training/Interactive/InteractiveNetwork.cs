using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Losses;
using Classroom.Training.Models.Table;
using Classroom.Training.Operations;
using Classroom.Training.Optimizers;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Interactive;

/// <summary>
/// A small multilayer perceptron with its data in somebody's hands: weights can be set one by one, gradients looked at, and
/// steps taken batch by batch. Weights, batches, losses and steps are those that a run of the same config would have.
/// </summary>
/// <remarks>
/// Any number of threads may use it; one at a time is let in. Everything takes a millisecond or a few. Its tensors are not the
/// garbage collector's: dispose it.
/// </remarks>
public sealed class InteractiveNetwork : IDisposable
{
    /// <summary>As many as a diagram can show.</summary>
    public const int MostWeights = 400;

    // A smaller one drowns in the rounding of 32-bit numbers, a larger one sees the loss bend.
    private const float Nudge = 0.01f;

    private readonly Lock oneAtATime = new();
    private readonly TrainingConfig config;
    private readonly ProbedRun parts;
    private readonly Generator generator;
    private readonly long[] order;
    private readonly SgdOptimizer descent;
    private bool disposed;

    /// <summary>Builds the network and draws its first weights, those that a run of this config begins with.</summary>
    /// <param name="config">An MLP without dropout; its optimizer counts only for its learning rate.</param>
    /// <param name="dataSet">The whole data set, rows of numbers; the config's options choose from it.</param>
    /// <exception cref="ArgumentException">It is another kind of network or data, too large, or its weights come from a run.</exception>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    public InteractiveNetwork(TrainingConfig config, DataSet dataSet)
    {
        var data = DataOptions.Apply(dataSet, config.Data);
        var model = ModelTable.Create(config.Model, data);
        model.Size.Require(nameof(config));
        if (config is not { Model: MlpConfig { Dropout: 0 }, From: null } || data.Kind != DataSetKind.Table
            || model.Size.Weights > MostWeights)
        {
            throw new ArgumentException(
                $"Only an MLP from scratch, without dropout and with at most {MostWeights} weights, on rows of numbers "
                    + "can be worked by hand.",
                nameof(config));
        }

        TorchRuntime.PrepareThread();
        Engine.Require();
        this.config = config;
        generator = new Generator((ulong)config.Seed, CPU);

        // Without weights from a run there is nothing to keep.
        parts = ProbedRun.Create(config with { Freeze = 0 }, data, model, generator);
        descent = new(parts.Parameters.Count, momentum: 0, weightDecay: 0);
        using var drawn = randperm(data.Train, generator: generator);
        order = drawn.data<long>().ToArray();
        Places = [.. parts.Parameters.Windows.Chunk(2)
            .SelectMany((windows, layer) => InteractiveWeight.Create(layer, (int)windows[0].Shape[0], (int)windows[0].Shape[1]))];
    }

    /// <summary>What an example means, and the classes in the order of the outputs.</summary>
    public DataSetInfo Data => parts.Data.Info;

    /// <summary>Where each weight and bias lies, in the order of <see cref="GetWeights"/> and of the gradients.</summary>
    public IReadOnlyList<InteractiveWeight> Places { get; }

    /// <summary>So many batches hold all training examples once, in the order of a run's first epoch.</summary>
    public int Batches => parts.Data.StepsPerEpoch(config.BatchSize);

    /// <summary>All weights and biases, layer by layer: first the weights, neuron by neuron, then the biases.</summary>
    public float[] GetWeights() => Inside(() => parts.Parameters.Weights.ToArray());

    /// <exception cref="ArgumentException">It is another number of weights, or one of them is not finite.</exception>
    public void SetWeights(ReadOnlySpan<float> weights)
    {
        if (weights.Length != Places.Count || weights.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw new ArgumentException($"This network has {Places.Count} weights, all of them finite numbers.", nameof(weights));
        }

        var taken = weights.ToArray();
        Inside(() =>
        {
            taken.CopyTo(parts.Parameters.Weights);
            return true;
        });
    }

    /// <summary>The examples of a batch, from 0, with what the network now says of each.</summary>
    public IReadOnlyList<InteractiveExample> Batch(int batch) => Inside(() =>
    {
        using var noGradients = no_grad();
        var places = PlacesOf(batch);
        var outputs = parts.Network.call(parts.Examples.Take(tensor(places)).Inputs);
        var values = (parts.Objective.Classifies ? outputs.softmax(1) : outputs).data<float>().ToArray().Chunk((int)outputs.shape[1]);
        return places.Zip(values, (place, predicted) => Example((int)place, predicted)).ToList();
    });

    /// <summary>The mean loss over a batch, from 0.</summary>
    public float Loss(int batch) => Inside(() =>
    {
        using var noGradients = no_grad();
        return MeanLoss(batch).item<float>();
    });

    /// <summary>The share of the validation examples whose class the network names; null where there are no classes.</summary>
    public float? Accuracy() => Inside(() =>
    {
        using var noGradients = no_grad();
        while (true)
        {
            if (parts.Validation.Advance() is var (_, accuracy))
            {
                return accuracy;
            }
        }
    });

    /// <summary>How the batch's loss changes with each weight, by backpropagation.</summary>
    public float[] Gradients(int batch) => Inside(() =>
    {
        PassBack(batch);
        return parts.Parameters.Gradients.ToArray();
    });

    /// <summary>The same for one weight by trying: it is nudged up and down a little, and the loss measured both times.</summary>
    /// <param name="batch">From 0.</param>
    /// <param name="weight">One of <see cref="Places"/>.</param>
    public float FiniteDifference(int batch, int weight) => Inside(() =>
    {
        using var noGradients = no_grad();
        var was = parts.Parameters.Weights[weight];
        parts.Parameters.Weights[weight] = was + Nudge;
        var above = MeanLoss(batch).item<float>();
        parts.Parameters.Weights[weight] = was - Nudge;
        var below = MeanLoss(batch).item<float>();
        parts.Parameters.Weights[weight] = was;
        return (above - below) / (2 * Nudge);
    });

    /// <summary>One step of plain gradient descent on a batch, with the config's learning rate.</summary>
    public void Step(int batch) => Inside(() =>
    {
        PassBack(batch);
        descent.Step(parts.Parameters.TrainedWeights, parts.Parameters.TrainedGradients, config.Optimizer.LearningRate);
        return true;
    });

    /// <summary>What a probe of a run would see of the network as it is now.</summary>
    /// <param name="kind">One of <see cref="ProbeKinds.For"/>.</param>
    /// <param name="epoch">0 for a frame that holds what never changes.</param>
    public ProbeFrame Capture(string kind, int epoch = 0) => Inside(() =>
    {
        using var noGradients = no_grad();
        using var probe = ProbeKinds.Create(kind, parts);
        while (true)
        {
            if (probe.Capture(isFirst: epoch == 0) is { } content)
            {
                return new ProbeFrame((int)descent.Steps, epoch, kind, FrameJson.Write(content));
            }
        }
    });

    public void Dispose()
    {
        lock (oneAtATime)
        {
            if (!disposed)
            {
                disposed = true;
                parts.Dispose();
                generator.Dispose();
            }
        }
    }

    private T Inside<T>(Func<T> act)
    {
        lock (oneAtATime)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            TorchRuntime.PrepareThread();
            using var scope = NewDisposeScope();
            return act();
        }
    }

    private void PassBack(int batch)
    {
        parts.Parameters.Gradients.Clear();
        MeanLoss(batch).PassBack();
    }

    private Tensor MeanLoss(int batch)
    {
        var (inputs, targets) = parts.Examples.Take(tensor(PlacesOf(batch)));
        return parts.Objective.Loss(Objective.Predictions(parts.Network.call(inputs)), inputs, targets, nn.Reduction.Mean);
    }

    private long[] PlacesOf(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(batch, Batches);
        var first = batch * config.BatchSize;
        return order[first..Math.Min(first + config.BatchSize, order.Length)];
    }

    private InteractiveExample Example(int place, float[] predicted)
    {
        var columns = parts.Data.Shape[0];
        var inputs = parts.Data.Numbers.Slice(place * columns, columns).ToArray().Select((value, column) => parts.InOwnUnit(column, value));
        return new([.. inputs], parts.Data.IsRegression ? parts.Data.Targets.Span[place] : parts.Data.Labels.Span[place], predicted);
    }
}
