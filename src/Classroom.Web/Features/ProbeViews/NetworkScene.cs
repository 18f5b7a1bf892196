using System.Globalization;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.NetworkWeights;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>A small network as neurons and lines, with all its numbers.</summary>
/// <param name="Columns">From the inputs on; the inputs have no biases.</param>
/// <param name="Lines">All lines of one sign and one width each.</param>
public sealed record NetworkScene(
    double Height, IReadOnlyList<IReadOnlyList<Neuron>> Columns, IReadOnlyList<NetworkLines> Lines, IReadOnlyList<NetworkLayer> Layers)
{
    public const double Width = 440;

    private const double Right = 128;
    private const int Widest = 8;

    /// <summary>Weights and biases together.</summary>
    public int Parameters => Layers.Sum(layer => layer.Biases.Length + layer.Weights.Sum(row => row.Length));

    public static NetworkScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var classes = SharedScenes.Read<NetworkFrame>(first).Classes ?? [];
        var layers = SharedScenes.Read<NetworkFrame>(shown).Layers;
        var (height, columns) = Place([layers[0].Weights[0].Length, .. layers.Select(layer => layer.Biases.Length)], classes, layers);
        return new(height, columns, [.. Drawn(columns, layers)], layers);
    }

    /// <summary>A network that is still to be made: all lines alike, and no numbers.</summary>
    /// <param name="sizes">Neurons in each column, inputs first; two columns at least.</param>
    /// <param name="classes">Names of the answers.</param>
    public static NetworkScene Plan(IReadOnlyList<int> sizes, IReadOnlyList<string> classes)
    {
        var (height, columns) = Place(sizes, classes, null);
        var lines = columns.Zip(columns.Skip(1), (from, to) => from.SelectMany(start => to.Select(end => Line(start, end))))
            .SelectMany(line => line);
        return new(height, columns, [new(false, 1, string.Concat(lines))], []);
    }

    private static (double Height, List<IReadOnlyList<Neuron>> Columns) Place(
        IReadOnlyList<int> sizes, IReadOnlyList<string> classes, IReadOnlyList<NetworkLayer>? layers)
    {
        var left = sizes[0] > 2 ? 90 : 42;
        var height = Math.Clamp(46.0 * sizes.Max(), 130, 420);
        var columns = sizes.Select((size, column) => (IReadOnlyList<Neuron>)[.. Enumerable.Range(0, size).Select(index => new Neuron(
            column,
            index,
            NameOf(column, index),
            left + (column * (Width - left - Right) / (sizes.Count - 1)),
            (index + 0.5) * height / size,
            Math.Min(13, 0.36 * height / size),
            column == 0 ? null : layers?[column - 1].Biases[index]))]).ToList();
        return (height, columns);

        string NameOf(int column, int index) => column == 0
            ? sizes[0] == 2 ? (index == 0 ? "x" : "y") : sizes[0] == 1 ? "x" : $"input {index + 1}"
            : column < sizes.Count - 1 ? (sizes.Count == 3 ? $"hidden {index + 1}" : $"hidden {column}.{index + 1}")
            : index < classes.Count ? classes[index] : "answer";
    }

    /// <summary>The weights that lead to a neuron, or, of an input, those that lead away from it.</summary>
    public IEnumerable<(Neuron Other, float? Weight)> WeightsOf(Neuron neuron) => neuron.Column == 0
        ? Columns[1].Select(other => (other, Layers[0].Weights[other.Index][neuron.Index]))
        : Columns[neuron.Column - 1].Select(other => (other, Layers[neuron.Column - 1].Weights[neuron.Index][other.Index]));

    /// <summary>In the drawing; the same in all networks, so that they can be compared. What is not a number is widest.</summary>
    public static double LineWidth(float? weight) =>
        Math.Max(0.5, Math.Round(weight is { } value ? Math.Min(Widest, 2.2 * Math.Sqrt(Math.Abs(value))) : Widest));

    private static IEnumerable<NetworkLines> Drawn(List<IReadOnlyList<Neuron>> columns, IReadOnlyList<NetworkLayer> layers)
    {
        var lines =
            from layer in Enumerable.Range(0, layers.Count)
            from to in columns[layer + 1]
            from start in columns[layer]
            let weight = layers[layer].Weights[to.Index][start.Index]
            where weight != 0
            group Line(start, to) by (IsNegative: weight < 0, Width: LineWidth(weight)) into alike
            orderby alike.Key.Width, alike.Key.IsNegative
            select new NetworkLines(alike.Key.IsNegative, alike.Key.Width, string.Concat(alike));
        return lines;
    }

    public static string Line(Neuron start, Neuron to) =>
        string.Create(CultureInfo.InvariantCulture, $"M{start.X:0.#} {start.Y:0.#}L{to.X:0.#} {to.Y:0.#}");
}
