using Classroom.Training.Networks;

namespace Classroom.Training.Probes.WeightHistograms;

/// <summary>How many weights of each matrix are how large.</summary>
internal sealed class WeightHistogramProbe(ProbedRun run) : Probe
{
    public const int Bins = 40;

    private readonly IReadOnlyList<ParameterWindow> matrices = [.. run.WeightMatrices];

    public override double Cost => 50 + (0.005 * run.Parameters.Count);

    public override int Bytes => 20 + (matrices.Count * (60 + (5 * Bins)));

    public override FrameContent Capture(bool isFirst) => new WeightHistogramFrame([.. matrices.Select(Histogram)]);

    private WeightHistogram Histogram(ParameterWindow window)
    {
        var weights = run.Parameters.Weights.Slice(window.First, window.Length);
        var largest = 0f;
        foreach (var weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        // A power of two, so that it stays the same for many frames.
        var limit = largest > 0 && float.IsFinite(largest) ? MathF.Pow(2, MathF.Ceiling(MathF.Log2(largest))) : 1;
        var counts = new int[Bins];
        foreach (var weight in weights)
        {
            var bin = (weight / limit + 1) * (Bins / 2);
            counts[float.IsFinite(bin) ? Math.Clamp((int)bin, 0, Bins - 1) : weight > 0 ? Bins - 1 : 0]++;
        }

        return new(window.Name, limit, counts);
    }
}
