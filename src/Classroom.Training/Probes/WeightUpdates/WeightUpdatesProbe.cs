using Classroom.Training.Networks;

namespace Classroom.Training.Probes.WeightUpdates;

/// <summary>How far an optimizer step moves each weight matrix, relative to the matrix: ‖Δw‖ / ‖w‖.</summary>
internal sealed class WeightUpdatesProbe(ProbedRun run) : Probe
{
    private readonly IReadOnlyList<ParameterWindow> matrices = [.. run.WeightMatrices.Where(window => window.Layer >= run.Config.Freeze)];
    private float[] before = [];

    public override double Cost => 20 + (0.003 * run.Parameters.Count);

    public override int Bytes => 20 + (60 * matrices.Count);

    public override void BeforeLastStep()
    {
        if (before.Length == 0)
        {
            before = new float[run.Parameters.Count];
        }

        run.Parameters.Weights.CopyTo(before);
    }

    public override FrameContent Capture(bool isFirst) =>
        new WeightUpdatesFrame([.. matrices.Select(window => new WeightUpdate(window.Name, before.Length == 0 ? null : Ratio(window)))]);

    private double Ratio(ParameterWindow window)
    {
        var (step, length) = (0.0, 0.0);
        var after = run.Parameters.Weights;
        for (var i = window.First; i < window.First + window.Length; i++)
        {
            var change = (double)after[i] - before[i];
            step += change * change;
            length += (double)before[i] * before[i];
        }

        return Math.Sqrt(step / length);
    }
}
