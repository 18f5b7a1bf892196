using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;
using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

/// <summary>One point of a curve; the training loss after a step, or the validation values after an epoch.</summary>
/// <param name="Step">Training steps done.</param>
/// <param name="TrainLoss">Of this step's batch.</param>
/// <param name="ValLoss">Of the whole validation set.</param>
/// <param name="ValAccuracy">
/// The least and the most that it may be in single precision, where rounding decides between two classes that are almost equally likely.
/// </param>
internal sealed record PlainPoint(int Step, double? TrainLoss, double? ValLoss, (double Least, double Most)? ValAccuracy);

/// <summary>
/// Trains as <see cref="TrainingRun"/> does, from the same first weights on the same batches, but in double precision and with
/// nothing but the reference formulas. No dropout, no early stopping, no fine-tuning.
/// </summary>
internal sealed class PlainTrainer
{
    private const double Undecided = 1e-3;

    private readonly TrainingConfig config;
    private readonly DataSet data;
    private readonly PlainExamples examples;
    private readonly Generator generator;
    private readonly PlainNetwork network;
    private readonly PlainOptimizer optimizer;

    private PlainTrainer(TrainingConfig config, DataSet data, Generator generator)
    {
        (this.config, this.data, this.generator) = (config, data, generator);
        examples = new(data);
        var model = ModelTable.Create(config.Model, data);
        using var libtorchs = model.CreateNetwork(generator);
        model.DrawWeights(libtorchs, config.Init, generator);
        using var start = new FlatParameters(libtorchs, config.Freeze);
        network = new(config.Model, data, start);
        optimizer = new(config.Optimizer, network.Parameters);
    }

    /// <summary>The whole curve.</summary>
    /// <param name="config">What to train.</param>
    /// <param name="dataSet">The whole data set.</param>
    /// <param name="states">A run's states after some of its steps: there the training goes on from these instead of its own.</param>
    public static IReadOnlyList<PlainPoint> Train(TrainingConfig config, DataSet dataSet, IReadOnlyDictionary<int, RunState>? states = null)
    {
        using var generator = new Generator((ulong)config.Seed, CPU);
        var trainer = new PlainTrainer(config, config.Choose(dataSet), generator);
        return [.. trainer.Points(states ?? new Dictionary<int, RunState>())];
    }

    private IEnumerable<PlainPoint> Points(IReadOnlyDictionary<int, RunState> states)
    {
        var steps = config.Epochs * ((data.Train + config.BatchSize - 1) / config.BatchSize);
        var step = 0;
        for (var epoch = 0; epoch < config.Epochs; epoch++)
        {
            using var order = randperm(data.Train, generator: generator);
            foreach (var batch in order.data<long>().Select(place => (int)place).Chunk(config.BatchSize))
            {
                if (states.TryGetValue(step, out var state))
                {
                    optimizer.Take(state);
                }

                var loss = Improve(batch, LearningRate((double)step / steps));
                step++;
                yield return new(step, loss, null, null);
            }

            yield return Validate(step);
        }
    }

    private double Improve(int[] batch, double learningRate)
    {
        var (inputs, targets) = examples.Take(batch);
        var (loss, gradient) = Loss(network.Forward(inputs, batch.Length), inputs, targets);
        network.Backward(gradient);
        if (config.Clip is { } norm)
        {
            optimizer.Clip(norm);
        }

        optimizer.Step(learningRate);
        return loss;
    }

    private double LearningRate(double share) => config.Schedule == LearningRateSchedule.Cosine
        ? config.Optimizer.LearningRate * (1 + Math.Cos(Math.PI * share)) / 2
        : config.Optimizer.LearningRate;

    private PlainPoint Validate(int step)
    {
        var (loss, surelyRight, perhapsRight, predictions) = (0.0, 0, 0, 0);
        foreach (var slice in Enumerable.Range(data.Train, data.Validation).Chunk(config.BatchSize))
        {
            var (inputs, targets) = examples.Take(slice);
            var outputs = network.Forward(inputs, slice.Length);
            loss += Loss(outputs, inputs, targets).Loss * slice.Length / data.Validation;
            var leads = Leads(outputs, targets).ToArray();
            surelyRight += leads.Count(lead => lead > Undecided);
            perhapsRight += leads.Count(lead => lead > -Undecided);
            predictions += targets.Length;
        }

        var classifies = config.Model is not AutoencoderConfig && !data.IsRegression;
        return new(step, null, loss, classifies ? ((double)surelyRight / predictions, (double)perhapsRight / predictions) : null);
    }

    private (double Loss, double[] Gradient) Loss(double[] outputs, double[] inputs, double[] targets) => config switch
    {
        { Model: AutoencoderConfig } => ReferenceLoss.SquaredError(outputs, inputs),
        _ when data.IsRegression => ReferenceLoss.SquaredError(outputs, targets),
        { Loss: LossFunction.CrossEntropy } => ReferenceLoss.CrossEntropy(outputs, Classes(targets), data.Classes.Count),
        _ => ReferenceLoss.SquaredErrorOfProbabilities(outputs, Classes(targets), data.Classes.Count),
    };

    /// <summary>How far the logit of each right class is ahead of the others.</summary>
    private IEnumerable<double> Leads(double[] outputs, double[] targets) => config.Model is AutoencoderConfig || data.IsRegression
        ? []
        : outputs.Chunk(data.Classes.Count)
            .Zip(Classes(targets), (logits, right) => logits[right] - logits.Where((_, other) => other != right).Max());

    private static long[] Classes(double[] targets) => [.. targets.Select(target => (long)target)];
}
