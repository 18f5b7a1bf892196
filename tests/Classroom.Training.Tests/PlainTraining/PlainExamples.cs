using Classroom.Training.Data;

namespace Classroom.Training.Tests;

/// <summary>A data set's examples as plain numbers, training examples first.</summary>
internal sealed class PlainExamples
{
    private const double White = 255;

    private readonly double[][] inputs;
    private readonly double[][] targets;

    public PlainExamples(DataSet data)
    {
        var size = data.Shape.Aggregate((product, side) => product * side);
        (inputs, targets) = data.Kind switch
        {
            DataSetKind.Image => ([.. data.Values.ToArray().Select(pixel => pixel / White).Chunk(size)], Labels(data)),
            DataSetKind.Text => (Windows(data, 0), Windows(data, 1)),
            _ => ([.. Doubles(data.Numbers).Chunk(size)], data.IsRegression ? [.. Doubles(data.Targets).Chunk(1)] : Labels(data)),
        };
    }

    /// <summary>The inputs of these examples one after another, and their targets: numbers, or places of classes.</summary>
    public (double[] Inputs, double[] Targets) Take(IReadOnlyList<int> examples) =>
        ([.. examples.SelectMany(example => inputs[example])], [.. examples.SelectMany(example => targets[example])]);

    private static double[][] Labels(DataSet data) => [.. data.Labels.ToArray().Select(label => new double[] { label })];

    private static IEnumerable<double> Doubles(ReadOnlyMemory<float> numbers) => numbers.ToArray().Select(number => (double)number);

    /// <summary>Training text and validation text, each cut into windows from so many characters after its start.</summary>
    private static double[][] Windows(DataSet data, int shift)
    {
        var window = data.Shape[0];
        var characters = data.Values.ToArray().Select(place => (double)place).ToArray();
        return
        [
            .. characters[..data.TrainCharacters].Skip(shift).Chunk(window).Take(data.Train),
            .. characters[data.TrainCharacters..].Skip(shift).Chunk(window).Take(data.Validation),
        ];
    }
}
