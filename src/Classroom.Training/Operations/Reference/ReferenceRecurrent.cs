using Classroom.Training.Settings;

namespace Classroom.Training.Operations.Reference;

/// <summary>Recurrent layers one on another: each reads what the one below it held at every place.</summary>
internal static class ReferenceRecurrent
{
    /// <summary>The hidden values of the last layer at each place, (batch, length, hidden); all begin with zeros.</summary>
    /// <param name="cell">The kind of unit.</param>
    /// <param name="x">(batch, length, inputs).</param>
    /// <param name="layers">Their weights, from the input on.</param>
    /// <param name="batch">Examples.</param>
    /// <param name="length">Places.</param>
    /// <param name="inputs">Numbers at each place.</param>
    /// <param name="hidden">Units in each layer.</param>
    public static double[] Forward(
        Cell cell, double[] x, ReferenceRecurrentWeights[] layers, int batch, int length, int inputs, int hidden) =>
        Forward(cell, x, layers, batch, length, inputs, hidden, null).Hidden;

    /// <summary>
    /// Reads on from a state, one for each layer, or from zeros when it is null; the state returned is that after the last place.
    /// </summary>
    public static (double[] Hidden, ReferenceRecurrentState[] State) Forward(
        Cell cell,
        double[] x,
        ReferenceRecurrentWeights[] layers,
        int batch,
        int length,
        int inputs,
        int hidden,
        ReferenceRecurrentState[]? state)
    {
        var read = Read(cell, x, layers, batch, length, inputs, hidden, state);
        return (read[^1].Output, [.. read.Select(layer => layer.Last)]);
    }

    /// <summary>The gradients of the input, (batch, length, inputs), and of each layer's weights.</summary>
    /// <param name="cell">The kind of unit.</param>
    /// <param name="x">(batch, length, inputs).</param>
    /// <param name="layers">Their weights, from the input on.</param>
    /// <param name="batch">Examples.</param>
    /// <param name="length">Places.</param>
    /// <param name="inputs">Numbers at each place.</param>
    /// <param name="hidden">Units in each layer.</param>
    /// <param name="outputGradient">(batch, length, hidden).</param>
    public static (double[] Input, ReferenceRecurrentWeights[] Layers) Backward(
        Cell cell, double[] x, ReferenceRecurrentWeights[] layers, int batch, int length, int inputs, int hidden, double[] outputGradient)
    {
        var read = Read(cell, x, layers, batch, length, inputs, hidden, null);
        var gradients = new ReferenceRecurrentWeights[layers.Length];
        var gradient = outputGradient;
        for (var layer = layers.Length - 1; layer >= 0; layer--)
        {
            (gradient, gradients[layer]) = read[layer].Backward(gradient);
        }

        return (gradient, gradients);
    }

    private static ReferenceRecurrentLayer[] Read(
        Cell cell,
        double[] x,
        ReferenceRecurrentWeights[] layers,
        int batch,
        int length,
        int inputs,
        int hidden,
        ReferenceRecurrentState[]? state)
    {
        if (x.Length != batch * length * inputs)
        {
            throw new ArgumentException($"{batch} × {length} × {inputs} numbers were expected, but there are {x.Length}.", nameof(x));
        }

        var read = new ReferenceRecurrentLayer[layers.Length];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            read[layer] = new(cell, x, layers[layer], batch, length, hidden, state?[layer]);
            x = read[layer].Output;
        }

        return read;
    }
}
