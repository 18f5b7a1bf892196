using System.Runtime.InteropServices;
using Classroom.Training.Data;
using Classroom.Training.Losses;
using Classroom.Training.Operations;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.GradientNorms;

/// <summary>
/// How far back a recurrent network's gradient reaches: the Euclidean length of the gradient of the mean loss with respect to what the
/// network reads at each time step. What it read first is reached through all time steps that follow.
/// </summary>
internal sealed class TimeStepGradients(ProbedRun run)
{
    // The way back through all time steps is one moment, which has to be short.
    private const int MostExamples = 32;

    // A number of four digits with an exponent, and a comma.
    private const int BytesOfANumber = 10;

    private readonly int examples = Math.Min(MostExamples, Math.Min(run.Config.BatchSize, run.Data.Train));

    /// <summary>Roughly what <see cref="Norms"/> takes, in microseconds of a core.</summary>
    public double Cost => run.Time.Step(examples);

    /// <summary>At most so long is the JSON of the norms.</summary>
    public int Bytes => 20 + (BytesOfANumber * run.Data.Shape[0]);

    /// <summary>Only where there is a loss after the last time step alone; text has one at every character.</summary>
    public static bool Fits(ProbedRun run) => run.Config.Model is RnnConfig && run.Data.Kind == DataSetKind.Sequence;

    /// <summary>One for each time step. The gradients of the weights, which other probes read, stay as they are.</summary>
    public IReadOnlyList<double?> Norms()
    {
        using var gradients = enable_grad();
        var (inputs, targets) = run.Examples.Range(0, examples);

        // A copy: all runs on a data set share its tensors.
        var read = inputs.clone().requires_grad_();
        var predictions = Objective.Predictions(run.Network.call(read));
        var loss = run.Objective.Loss(predictions, read, targets, nn.Reduction.Mean);

        // (examples, length, numbers at each time step)
        var gradient = loss.GradientOf(read).contiguous();
        var (length, numbers) = ((int)gradient.shape[1], (int)gradient.shape[2]);
        var squares = new double[length];
        foreach (var (place, value) in MemoryMarshal.Cast<byte, float>(gradient.bytes).ToArray().Index())
        {
            squares[place / numbers % length] += (double)value * value;
        }

        return [.. squares.Select(sum => (double?)Math.Sqrt(sum))];
    }
}
