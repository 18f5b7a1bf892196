using Classroom.Training.Losses;
using Classroom.Training.Networks;
using Classroom.Training.Operations;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.GradientNorms;

/// <summary>How strongly the loss pulls at each weight matrix: the Euclidean length of its gradient.</summary>
internal sealed class GradientNormsProbe(ProbedRun run) : Probe
{
    private readonly IReadOnlyList<ParameterWindow> matrices = [.. run.WeightMatrices.Where(window => window.Layer >= run.Config.Freeze)];

    private readonly TimeStepGradients? timeSteps = TimeStepGradients.Fits(run) ? new(run) : null;

    public override double Cost => 50 + (0.002 * run.Parameters.Count) + (timeSteps?.Cost ?? 0);

    public override int Bytes => 20 + (60 * matrices.Count) + (timeSteps?.Bytes ?? 0);

    public override FrameContent Capture(bool isFirst)
    {
        if (isFirst)
        {
            LookBack();
        }

        return new GradientNormsFrame([.. matrices.Select(window => new GradientNorm(window.Name, Norm(window)))], timeSteps?.Norms());
    }

    // No batch has been trained on yet: takes the first training examples in their own order.
    private void LookBack()
    {
        using var gradients = enable_grad();
        run.Parameters.Gradients.Clear();
        var (inputs, targets) = run.Examples.Range(0, Math.Min(run.Config.BatchSize, run.Data.Train));
        var predictions = Objective.Predictions(run.Network.call(inputs));
        run.Objective.Loss(predictions, inputs, targets, nn.Reduction.Mean).PassBack();
    }

    private float Norm(ParameterWindow window)
    {
        var squares = 0.0;
        foreach (var gradient in run.Parameters.Gradients.Slice(window.First, window.Length))
        {
            squares += (double)gradient * gradient;
        }

        return (float)Math.Sqrt(squares);
    }
}
