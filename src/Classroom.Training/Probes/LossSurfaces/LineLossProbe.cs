namespace Classroom.Training.Probes.LossSurfaces;

/// <summary>The whole loss surface of a network of two weights, which fits a line, and the place of the weights on it.</summary>
internal sealed class LineLossProbe : Probe
{
    public const int Side = 33;

    private readonly ProbedRun run;

    // Means over the training examples, from which the loss of any line follows.
    private readonly double x;
    private readonly double y;
    private readonly double xx;
    private readonly double xy;
    private readonly double yy;

    public LineLossProbe(ProbedRun run)
    {
        this.run = run;
        var xs = run.Data.Numbers.Span;
        var ys = run.Data.Targets.Span;
        var n = (double)run.Data.Train;
        for (var i = 0; i < run.Data.Train; i++)
        {
            x += xs[i] / n;
            y += ys[i] / n;
            xx += xs[i] * (double)xs[i] / n;
            xy += xs[i] * (double)ys[i] / n;
            yy += ys[i] * (double)ys[i] / n;
        }
    }

    // A handful of multiplications. Such a run's epoch is a single step, and the way down is to be seen step by step.
    public override double Cost => 8;

    public override int Bytes => 80;

    public override FrameContent Capture(bool isFirst)
    {
        var (weight, bias) = (run.Parameters.Weights[0], run.Parameters.Weights[1]);
        return new LossSurfaceFrame([weight, bias], (float)Loss(weight, bias), isFirst ? Grid(weight, bias) : null);
    }

    /// <summary>The mean of (weight · x + bias − y)², multiplied out.</summary>
    private double Loss(double weight, double bias) =>
        (weight * weight * xx) + (2 * weight * bias * x) + (bias * bias) - (2 * weight * xy) - (2 * bias * y) + yy;

    // As wide as it takes to have the start in it and the best line in its middle.
    private LossGrid Grid(float weight, float bias)
    {
        var variance = xx - (x * x);
        var bestWeight = variance > 0 ? (xy - (x * y)) / variance : 0;
        var bestBias = y - (bestWeight * x);
        var reach = 1.25 * Math.Max(1, Math.Max(Math.Abs(weight - bestWeight), Math.Abs(bias - bestBias)));
        var (left, top) = (bestWeight - reach, bestBias + reach);
        var losses = new double?[Side * Side];
        for (var i = 0; i < losses.Length; i++)
        {
            var (row, column) = Math.DivRem(i, Side);
            losses[i] = (float)Loss(left + (2 * reach * column / (Side - 1)), top - (2 * reach * row / (Side - 1)));
        }

        return new(Side, [left, left + (2 * reach)], [top - (2 * reach), top], losses);
    }
}
