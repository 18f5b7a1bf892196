using Classroom.Training.Networks;

namespace Classroom.Training.Probes.Filters;

/// <summary>The filters of the first convolution as little pictures.</summary>
internal sealed class FiltersProbe(ProbedRun run) : Probe
{
    // (filters, 1, kernel, kernel)
    private readonly ParameterWindow filters = run.Parameters.Windows[0];

    public override double Cost => 50 + (0.01 * filters.Length);

    public override int Bytes => 60 + (int)(filters.Shape[0] * (8 + (filters.Shape[2] * filters.Shape[3] * 4 / 3)));

    public override FrameContent Capture(bool isFirst)
    {
        var weights = run.Parameters.Weights.Slice(filters.First, filters.Length).ToArray();
        var limit = weights.Max(Math.Abs);
        var bytes = weights.Select(weight => (byte)(128 + MathF.Round(limit > 0 ? 127 * weight / limit : 0)));
        return new FiltersFrame(
            (int)filters.Shape[3],
            (int)filters.Shape[2],
            limit,
            [.. bytes.Chunk((int)(filters.Shape[2] * filters.Shape[3]))]);
    }
}
