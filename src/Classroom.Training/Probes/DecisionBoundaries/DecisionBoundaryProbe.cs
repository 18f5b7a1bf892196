using static TorchSharp.torch;

namespace Classroom.Training.Probes.DecisionBoundaries;

/// <summary>The class that the network gives to each part of the plane, and how sure it is.</summary>
internal sealed class DecisionBoundaryProbe : Probe
{
    public const int Side = 48;

    private const int MostTrainingPoints = 200;
    private const int MostValidationPoints = 100;
    private const int PointsSeed = 48;

    // What the picture shows beyond the outermost points, as a share of their range.
    private const float Margin = 0.08f;

    private readonly ProbedRun run;
    private readonly Slices slices;
    private readonly Sweep sweep;
    private readonly (float Low, float High) x;
    private readonly (float Low, float High) y;

    public DecisionBoundaryProbe(ProbedRun run)
    {
        this.run = run;
        slices = new(Side * Side, run.Model.Size.Multiplications);
        sweep = new(slices, 2);
        (x, y) = (Range(0), Range(1));
    }

    public override double Cost => 400 + run.Time.Forward(slices.Items, slices.Count);

    public override int Bytes => 6_500;

    public override FrameContent? Capture(bool isFirst)
    {
        if (sweep.Advance(Guess) is not { } guesses)
        {
            return null;
        }

        var (winner, probability) = (new byte[slices.Items], new byte[slices.Items]);
        for (var i = 0; i < slices.Items; i++)
        {
            winner[i] = (byte)guesses[2 * i];
            probability[i] = (byte)MathF.Round(255 * guesses[(2 * i) + 1]);
        }

        return new DecisionBoundaryFrame(
            Side,
            [run.InOwnUnit(0, x.Low), run.InOwnUnit(0, x.High)],
            [run.InOwnUnit(1, y.Low), run.InOwnUnit(1, y.High)],
            winner,
            probability,
            isFirst ? Points() : null,
            isFirst ? FrameNames.Shorten(run.Data.Classes) : null);
    }

    // (count, 2): the winning class and its probability, row by row from the top
    private Tensor Guess(int first, int count)
    {
        var places = new float[2 * count];
        for (var i = 0; i < count; i++)
        {
            var (row, column) = Math.DivRem(first + i, Side);
            places[2 * i] = x.Low + ((column + 0.5f) / Side * (x.High - x.Low));
            places[(2 * i) + 1] = y.High - ((row + 0.5f) / Side * (y.High - y.Low));
        }

        var (probabilities, classes) = run.Network.call(tensor(places, count, 2)).softmax(1).max(1);
        return stack([classes.to(ScalarType.Float32), probabilities.nan_to_num(0)], 1);
    }

    private (float Low, float High) Range(int column)
    {
        var numbers = run.Data.Numbers.Span;
        var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
        for (var i = column; i < numbers.Length; i += 2)
        {
            (low, high) = (Math.Min(low, numbers[i]), Math.Max(high, numbers[i]));
        }

        // Points that all lie on one line still lie in a picture.
        var margin = high > low ? Margin * (high - low) : 1;
        return (low - margin, high + margin);
    }

    private BoundaryPoints Points()
    {
        var train = Some(0, run.Data.Train, MostTrainingPoints);
        int[] shown = [.. train, .. Some(run.Data.Train, run.Data.Validation, MostValidationPoints)];
        var numbers = run.Data.Numbers;
        return new(
            train.Length,
            [.. shown.Select(i => run.InOwnUnit(0, numbers.Span[2 * i]))],
            [.. shown.Select(i => run.InOwnUnit(1, numbers.Span[(2 * i) + 1]))],
            [.. shown.Select(i => (int)run.Data.Labels.Span[i])]);
    }

    // Drawn rather than every so-manyth: classes may take turns in a data set, or come one after another.
    private static int[] Some(int first, int count, int most)
    {
        var all = Enumerable.Range(first, count).ToArray();
        new Random(PointsSeed).Shuffle(all);
        return all[..Math.Min(count, most)];
    }
}
