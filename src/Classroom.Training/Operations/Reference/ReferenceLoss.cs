namespace Classroom.Training.Operations.Reference;

/// <summary>The losses, each a mean over the rows, with its gradient by what the network gave.</summary>
internal static class ReferenceLoss
{
    /// <summary>The probability of each class: (rows, classes) from logits of the same shape.</summary>
    public static double[] Softmax(double[] logits, int rows, int classes)
    {
        var probabilities = new double[rows * classes];
        for (var row = 0; row < rows; row++)
        {
            // Less the largest, or the exponential of a large logit would be infinite; it cancels out.
            var values = logits.AsSpan(row * classes, classes).ToArray();
            var largest = values.Max();
            var powers = values.Select(value => Math.Exp(value - largest)).ToArray();
            var sum = powers.Sum();
            powers.Select(power => power / sum).ToArray().CopyTo(probabilities, row * classes);
        }

        return probabilities;
    }

    /// <summary>The mean of −ln of the probability of the right class.</summary>
    /// <param name="logits">(rows, classes).</param>
    /// <param name="targets">(rows) of classes.</param>
    /// <param name="classes">How many there are.</param>
    /// <param name="smoothing">The share of each target that is spread evenly over all classes.</param>
    public static (double Loss, double[] Gradient) CrossEntropy(double[] logits, long[] targets, int classes, double smoothing = 0)
    {
        var rows = targets.Length;
        var loss = 0.0;
        for (var row = 0; row < rows; row++)
        {
            // −ln of a softmax, without the exponential of the right one, which might be 0.
            var values = logits.AsSpan(row * classes, classes).ToArray();
            var largest = values.Max();
            loss += Math.Log(values.Sum(value => Math.Exp(value - largest))) + largest;
            loss -= ((1 - smoothing) * values[targets[row]]) + (smoothing * values.Average());
        }

        var gradient = Softmax(logits, rows, classes).Zip(
            OneHot(targets, classes),
            (probability, right) => (probability - ((1 - smoothing) * right) - (smoothing / classes)) / rows);
        return (loss / rows, [.. gradient]);
    }

    /// <summary>The squared differences of the probabilities and the right answer, summed over the classes.</summary>
    /// <param name="logits">(rows, classes).</param>
    /// <param name="targets">(rows) of classes.</param>
    /// <param name="classes">How many there are.</param>
    public static (double Loss, double[] Gradient) SquaredErrorOfProbabilities(double[] logits, long[] targets, int classes)
    {
        var rows = targets.Length;
        var probabilities = Softmax(logits, rows, classes);
        var errors = probabilities.Zip(OneHot(targets, classes), (probability, right) => probability - right).ToArray();
        var gradient = new double[logits.Length];
        for (var row = 0; row < rows; row++)
        {
            var first = row * classes;
            for (var logit = first; logit < first + classes; logit++)
            {
                // A probability's slope by a logit is p (1 − p) by its own and −p q by another one's.
                for (var i = first; i < first + classes; i++)
                {
                    var slope = probabilities[i] * ((i == logit ? 1 : 0) - probabilities[logit]);
                    gradient[logit] += 2 * errors[i] * slope / rows;
                }
            }
        }

        return (errors.Sum(error => error * error) / rows, gradient);
    }

    /// <summary>The mean of the squared differences, of numbers or of all pixels of pictures.</summary>
    public static (double Loss, double[] Gradient) SquaredError(double[] predictions, double[] targets)
    {
        var errors = predictions.Zip(targets, (prediction, target) => prediction - target).ToArray();
        return (errors.Sum(error => error * error) / errors.Length, [.. errors.Select(error => 2 * error / errors.Length)]);
    }

    /// <summary>(rows, classes): 1 for the right class, 0 for the others.</summary>
    private static IEnumerable<double> OneHot(long[] targets, int classes) =>
        targets.SelectMany(target => Enumerable.Range(0, classes).Select(index => index == target ? 1.0 : 0.0));
}
