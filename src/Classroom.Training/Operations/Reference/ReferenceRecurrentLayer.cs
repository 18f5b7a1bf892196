using Classroom.Training.Settings;

namespace Classroom.Training.Operations.Reference;

/// <summary>One recurrent layer on a batch; each example is read on its own, from its first place to its last.</summary>
internal sealed class ReferenceRecurrentLayer
{
    private readonly Cell cell;
    private readonly ReferenceRecurrentWeights weights;
    private readonly double[] x;
    private readonly int batch;
    private readonly int length;
    private readonly int inputs;
    private readonly int hidden;
    private readonly int sums;

    // (batch · length) each, the places of one example after another.
    private readonly double[][] fromInput;
    private readonly double[][] fromHidden;
    private readonly ReferenceRecurrentState[] before;
    private readonly ReferenceRecurrentState[] after;

    /// <param name="cell">The kind of unit.</param>
    /// <param name="x">(batch, length, inputs).</param>
    /// <param name="weights">Of this layer.</param>
    /// <param name="batch">Examples.</param>
    /// <param name="length">Places.</param>
    /// <param name="hidden">Units.</param>
    /// <param name="state">What the layer holds before the first place; zero when null.</param>
    public ReferenceRecurrentLayer(
        Cell cell, double[] x, ReferenceRecurrentWeights weights, int batch, int length, int hidden, ReferenceRecurrentState? state)
    {
        (this.cell, this.weights, this.x, this.batch, this.length, this.hidden) = (cell, weights, x, batch, length, hidden);
        inputs = x.Length / (batch * length);
        sums = cell.Gates() * hidden;
        fromInput = Split(ReferenceLinear.Forward(x, weights.WeightIh, weights.BiasIh, batch * length, inputs, sums), sums);
        fromHidden = new double[batch * length][];
        (before, after) = (new ReferenceRecurrentState[batch * length], new ReferenceRecurrentState[batch * length]);
        for (var example = 0; example < batch; example++)
        {
            var held = state is null ? Zero() : new(Row(state.Hidden, example), state.Memory.Length > 0 ? Row(state.Memory, example) : []);
            for (var place = example * length; place < (example + 1) * length; place++)
            {
                before[place] = held;
                fromHidden[place] = ReferenceLinear.Forward(held.Hidden, weights.WeightHh, weights.BiasHh, 1, hidden, sums);
                held = after[place] = ReferenceUnit.Forward(cell, fromInput[place], fromHidden[place], held);
            }
        }
    }

    /// <summary>(batch, length, hidden).</summary>
    public double[] Output => [.. after.SelectMany(state => state.Hidden)];

    /// <summary>What the layer holds after the last place.</summary>
    public ReferenceRecurrentState Last
    {
        get
        {
            var last = after.Where((_, place) => (place + 1) % length == 0).ToArray();
            return new([.. last.SelectMany(state => state.Hidden)], [.. last.SelectMany(state => state.Memory)]);
        }
    }

    /// <summary>Backpropagation through time: the gradients of the input, (batch, length, inputs), and of the weights.</summary>
    /// <param name="outputGradient">(batch, length, hidden).</param>
    public (double[] Input, ReferenceRecurrentWeights Weights) Backward(double[] outputGradient)
    {
        var (inputSums, hiddenSums) = (new double[batch * length][], new double[batch * length][]);
        for (var example = 0; example < batch; example++)
        {
            // From all later places.
            var later = Zero();
            for (var place = ((example + 1) * length) - 1; place >= example * length; place--)
            {
                var gradient = later with { Hidden = Add(later.Hidden, Row(outputGradient, place)) };
                (inputSums[place], hiddenSums[place], var held) = ReferenceUnit.Backward(
                    cell, fromInput[place], fromHidden[place], before[place], gradient);
                var throughSum = ReferenceLinear.InputGradient(weights.WeightHh, hiddenSums[place], 1, hidden, sums);
                later = held with { Hidden = Add(held.Hidden, throughSum) };
            }
        }

        double[] allHidden = [.. before.SelectMany(state => state.Hidden)];
        var fromX = ReferenceLinear.Backward(x, weights.WeightIh, Join(inputSums), batch * length, inputs, sums);
        var fromHeld = ReferenceLinear.WeightGradients(allHidden, Join(hiddenSums), batch * length, hidden, sums);
        return (fromX.Input, new(fromX.Weight, fromHeld.Weight, fromX.Bias, fromHeld.Bias));
    }

    private ReferenceRecurrentState Zero() => new(new double[hidden], new double[cell == Cell.Lstm ? hidden : 0]);

    private double[] Row(double[] values, int row) => values.AsSpan(row * hidden, hidden).ToArray();

    private static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (left, right) => left + right)];

    private static double[][] Split(double[] values, int size) => [.. values.Chunk(size)];

    private static double[] Join(double[][] rows) => [.. rows.SelectMany(row => row)];
}
