using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>(batch, characters) of places in the vocabulary to (batch, characters, size).</summary>
internal sealed class PlainEmbedding(PlainParameter table, int size) : PlainLayer
{
    private long[] places = [];

    public override IReadOnlyList<PlainParameter> Parameters => [table];

    public override double[] Forward(double[] x, int batch)
    {
        places = [.. x.Select(place => (long)place)];
        return ReferenceEmbedding.Forward(places, table.Values, size);
    }

    /// <summary>Nothing comes before it that has a gradient.</summary>
    public override double[] Backward(double[] outputGradient)
    {
        table.Gradient = ReferenceEmbedding.Backward(places, outputGradient, table.Values.Length / size, size);
        return [];
    }
}

/// <summary>One recurrent layer: (batch, length, inputs) to (batch, length, hidden).</summary>
internal sealed class PlainRecurrent(
    Cell cell, int length, int hidden, PlainParameter weightIh, PlainParameter weightHh, PlainParameter biasIh, PlainParameter biasHh)
        : PlainLayer
{
    private ReferenceRecurrentLayer? read;

    public override IReadOnlyList<PlainParameter> Parameters => [weightIh, weightHh, biasIh, biasHh];

    public override double[] Forward(double[] x, int batch)
    {
        read = new(cell, x, new(weightIh.Values, weightHh.Values, biasIh.Values, biasHh.Values), batch, length, hidden, state: null);
        return read.Output;
    }

    public override double[] Backward(double[] outputGradient)
    {
        var (input, weights) = read!.Backward(outputGradient);
        (weightIh.Gradient, weightHh.Gradient, biasIh.Gradient, biasHh.Gradient) = weights;
        return input;
    }
}

/// <summary>What is held after the last place: (batch, length, hidden) to (batch, hidden).</summary>
internal sealed class PlainLastPlace(int length, int hidden) : PlainLayer
{
    public override double[] Forward(double[] x, int batch) => [.. x.Chunk(length * hidden).SelectMany(example => example[^hidden..])];

    public override double[] Backward(double[] outputGradient) =>
        [.. outputGradient.Chunk(hidden).SelectMany(gradient => new double[(length - 1) * hidden].Concat(gradient))];
}
