using Classroom.Training.Losses;
using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

/// <summary>Losses, and what is made of a network's outputs.</summary>
internal static class LossChecks
{
    public static CheckedOperation OfLosses => LayerChecks.Single("loss", Draw, count: 20);

    public static CheckedOperation OfProbabilities =>
        LayerChecks.Single("softmax", (random, most) => Probabilities(random, random.Size(most), random.Size(most)), count: 4);

    private static CheckCase Draw(Random random, int most)
    {
        var (rows, classes) = (random.Size(most), random.Size(most));
        return random.Next(5) switch
        {
            0 => OfClasses(random, LossFunction.CrossEntropy, rows, classes),
            1 => OfClasses(random, LossFunction.MeanSquaredError, rows, classes),
            2 => OfClasses(random, LossFunction.CrossEntropy, rows, classes, smoothing: 0.1),
            3 => OfNumbers(random, rows, width: 1, copies: false),
            _ => OfNumbers(random, rows, width: classes, copies: true),
        };
    }

    private static CheckCase OfClasses(Random random, LossFunction function, int rows, int classes, double smoothing = 0)
    {
        var logits = random.Numbers(rows * classes).Select(number => 5 * number).ToArray();
        var targets = random.Classes(rows, classes);
        var objective = new Objective(function, copies: false, isRegression: false, smoothing);
        return Create(
            $"{function}{(smoothing > 0 ? " with label smoothing" : "")}, {rows} of {classes} classes",
            objective,
            logits,
            rows,
            classes,
            () => (tensor(logits, rows, classes), tensor(targets)),
            () => function == LossFunction.CrossEntropy
                ? ReferenceLoss.CrossEntropy(logits.Doubles(), targets, classes, smoothing)
                : ReferenceLoss.SquaredErrorOfProbabilities(logits.Doubles(), targets, classes));
    }

    private static CheckCase OfNumbers(Random random, int rows, int width, bool copies)
    {
        var (predictions, truth) = (random.Numbers(rows * width), random.Numbers(rows * width));
        var objective = new Objective(LossFunction.MeanSquaredError, copies, isRegression: !copies);
        return Create(
            $"squared error, {rows} × {width}", objective, predictions, rows, width, () => (tensor(truth, rows, width), tensor(truth)),
            () => ReferenceLoss.SquaredError(predictions.Doubles(), truth.Doubles()));
    }

    // The mean as training has it, and the sum over the rows as validation adds it up.
    private static CheckCase Create(
        string name,
        Objective objective,
        float[] outputs,
        int rows,
        int width,
        Func<(Tensor Inputs, Tensor Targets)> given,
        Func<(double Loss, double[] Gradient)> expect) =>
            new(
                name,
                ["mean", "by outputs", "sum"],
                () =>
                {
                    var (predictions, (inputs, targets)) = (Graph.Leaf(outputs, true, rows, width), given());
                    var sum = Graph.Evaluate(() => objective.Loss(predictions, inputs, targets, nn.Reduction.Sum));
                    return [
                        .. Graph.Train(() => objective.Loss(predictions, inputs, targets, nn.Reduction.Mean), [1], predictions), .. sum
                    ];
                },
                () => expect() is var (loss, gradient) ? [[loss], gradient, [loss * rows]] : []);

    private static CheckCase Probabilities(Random random, int rows, int classes)
    {
        var logits = random.Numbers(rows * classes).Select(number => 5 * number).ToArray();
        return new(
            $"{rows} × {classes}",
            ["probabilities", "largest", "its class"],
            () =>
            {
                var probabilities = Graph.Aligned(logits, rows, classes).softmax(1);
                var (largest, found) = probabilities.max(1);
                return [Graph.Read(probabilities), Graph.Read(largest), [.. found.data<long>().ToArray().Select(place => (float)place)]];
            },
            () =>
            {
                var probabilities = ReferenceLoss.Softmax(logits.Doubles(), rows, classes);
                var largest = probabilities.Chunk(classes).Select(row => row.Max()).ToArray();
                return [probabilities, largest, [.. probabilities.Chunk(classes).Select(row => (double)Array.IndexOf(row, row.Max()))]];
            });
    }
}
