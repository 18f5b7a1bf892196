namespace Classroom.Training.Probes.Forecasts;

/// <summary>What the network predicts for the same validation examples all along, beside the truth.</summary>
internal sealed class ForecastProbe : Probe
{
    private const int MostExamples = 100;
    private const int MostNumbers = 2_000;

    private readonly ProbedRun run;
    private readonly Slices slices;
    private readonly Sweep sweep;

    public ForecastProbe(ProbedRun run)
    {
        this.run = run;
        slices = run.FirstExamples(MostExamples);
        sweep = new(slices, 1);
    }

    public override double Cost => 100 + run.Time.Forward(slices.Items, slices.Count);

    public override int Bytes => 20 + (9 * slices.Items);

    public override FrameContent? Capture(bool isFirst)
    {
        if (sweep.Advance((first, count) => run.Network.call(run.Inputs(first, count))) is not { } prediction)
        {
            return null;
        }

        return new ForecastFrame(
            [.. prediction],
            isFirst ? [.. run.Data.Targets.Slice(run.Data.Train, slices.Items).ToArray()] : null,
            isFirst ? Inputs() : null);
    }

    // Of as many examples as there is room for.
    private IReadOnlyList<double[]> Inputs()
    {
        var size = run.Data.Shape.Aggregate((product, side) => product * side);
        return [.. Enumerable.Range(0, Math.Min(slices.Items, MostNumbers / size)).Select(i => (double[])[.. run.Numbers(i, size)])];
    }
}
