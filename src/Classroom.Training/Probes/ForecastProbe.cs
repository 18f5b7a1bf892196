namespace Classroom.Training.Probes;

/// <summary>What the network predicts for the same validation examples all along, beside the truth.</summary>
internal sealed class ForecastProbe : Probe
{
    private const int MostExamples = 100;
    private const int MostNumbers = 2_000;

    private readonly ProbedRun run;
    private readonly Slices slices;
    private readonly Sweep sweep;

    public ForecastProbe(ProbedRun run)
        : base(ProbeKinds.Forecast)
    {
        this.run = run;
        slices = run.FirstExamples(MostExamples);
        sweep = new(slices, 1);
    }

    public override double Cost => 100 + run.Time.Forward(slices.Items, slices.Count);

    public override int Bytes => 20 + (9 * slices.Items);

    public override ProbeFrame? Look(int step, int epoch)
    {
        if (sweep.Advance((first, count) => run.Network.call(run.Inputs(first, count))) is not { } prediction)
        {
            return null;
        }

        return Frame(step, epoch, new
        {
            prediction,
            truth = epoch == 0 ? run.Data.Targets.Slice(run.Data.Train, slices.Items).ToArray() : null,
            inputs = epoch == 0 ? Inputs() : null,
        });
    }

    // Of as many examples as there is room for.
    private IEnumerable<IEnumerable<float>> Inputs()
    {
        var size = run.Data.Shape.Aggregate((product, side) => product * side);
        return Enumerable.Range(0, Math.Min(slices.Items, MostNumbers / size)).Select(i => run.Numbers(i, size));
    }
}
