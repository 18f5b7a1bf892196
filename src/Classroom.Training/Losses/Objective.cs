using System.Runtime.InteropServices;
using Classroom.Training.Data;
using Classroom.Training.Operations;
using Classroom.Training.Settings;
using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Training.Losses;

/// <summary>What a network is to achieve on a data set: its loss and, where there are right answers, how many it got right.</summary>
/// <param name="loss">What training makes small.</param>
/// <param name="copies">The network is to draw its own input again.</param>
/// <param name="isRegression">A number is to be predicted, not a class.</param>
/// <param name="labelSmoothing">Of cross-entropy: the share of each label that is spread evenly over all classes.</param>
internal sealed class Objective(LossFunction loss, bool copies, bool isRegression, double labelSmoothing = 0)
{
    /// <summary>There are classes to tell apart.</summary>
    public bool Classifies => !copies && !isRegression;

    public static Objective Create(TrainingConfig config, DataSetInfo data) =>
        new(config.Loss, config.Model.CopiesInput, data.IsRegression, config.LabelSmoothing);

    /// <summary>
    /// The predictions of a batch: (predictions, classes) from (batch, classes) or (batch, characters, classes); a copy and a
    /// predicted number stay as they are.
    /// </summary>
    public static Tensor Predictions(Tensor outputs) => outputs.Dimensions == 3 ? outputs.flatten(0, 1) : outputs;

    /// <summary>One number: the mean or the sum over the predictions.</summary>
    /// <param name="predictions">From <see cref="Predictions"/>.</param>
    /// <param name="inputs">What went into the network.</param>
    /// <param name="targets">(predictions) of classes or numbers.</param>
    /// <param name="reduction">Mean to train with, sum to add up slices of a validation set.</param>
    public Tensor Loss(Tensor predictions, Tensor inputs, Tensor targets, nn.Reduction reduction)
    {
        if (loss == LossFunction.CrossEntropy)
        {
            var right = nn.functional.cross_entropy(predictions, targets, reduction: reduction);
            return labelSmoothing > 0 ? Smooth(right, predictions, reduction) : right;
        }

        // (predictions)
        var errors = copies ? (predictions - inputs.flatten(1)).pow(Scalars.Two).mean([1])
            : isRegression ? (predictions.flatten() - targets).pow(Scalars.Two)
            : (predictions.softmax(1) - nn.functional.one_hot(targets, predictions.shape[1])).pow(Scalars.Two).sum(1);
        return reduction == nn.Reduction.Sum ? errors.sum() : errors.mean();
    }

    /// <summary>How many of the predictions name the right class.</summary>
    public static int Right(Tensor predictions, Tensor targets)
    {
        // Read where they lie: for a small network four more calls into libtorch would cost as much as a layer.
        var logits = MemoryMarshal.Cast<byte, float>(predictions.bytes);
        var labels = MemoryMarshal.Cast<byte, long>(targets.bytes);
        var classes = logits.Length / labels.Length;
        var right = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            right += Largest(logits.Slice(i * classes, classes)) == labels[i] ? 1 : 0;
        }

        return right;
    }

    /// <summary>The class that each of the predictions names, as far as there is room for them.</summary>
    public static void Classes(Tensor predictions, Span<int> predicted)
    {
        var logits = MemoryMarshal.Cast<byte, float>(predictions.bytes);
        var examples = (int)predictions.shape[0];
        var classes = logits.Length / examples;
        for (var i = 0; i < Math.Min(examples, predicted.Length); i++)
        {
            predicted[i] = Largest(logits.Slice(i * classes, classes));
        }
    }

    // As PyTorch's CrossEntropyLoss(label_smoothing=…), which TorchSharp does not pass on: the cross-entropy with a target that is the
    // label but for a share, and the mean over all classes for that share.
    private Tensor Smooth(Tensor right, Tensor predictions, nn.Reduction reduction)
    {
        // (predictions)
        var even = nn.functional.log_softmax(predictions, 1).mean([1]);

        // Kept until libtorch has read them, see Scalars.
        using var label = (1 - labelSmoothing).ToScalar();
        using var share = (-labelSmoothing).ToScalar();
        return right.mul(label).Plus((reduction == nn.Reduction.Sum ? even.sum() : even.mean()).mul(share));
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }
}
