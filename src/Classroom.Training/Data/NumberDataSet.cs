using Classroom.Training.Settings;

namespace Classroom.Training.Data;

/// <summary>
/// Rows or sequences of numbers, each drawn from a seed of its own: a larger set begins with the examples of a smaller one.
/// </summary>
internal abstract class NumberDataSet : BuiltInDataSet
{
    // That an option may ask for, in each part.
    private const int MostExamples = 5_000;

    // Growing the training set must not change the validation examples.
    private const int FirstValidationSeed = 1 << 20;

    private readonly int seed;

    /// <param name="seed">Tells this data set's draws apart from those of others.</param>
    /// <param name="info">What is known of it.</param>
    /// <param name="options">Its options besides the numbers of examples and of wrong labels.</param>
    protected NumberDataSet(int seed, DataSetInfo info, params IReadOnlyList<DataOption> options)
        : base(info, [.. Common(info), .. options]) => this.seed = seed;

    /// <summary>Draws one example.</summary>
    /// <param name="label">Its class, which the others take in turn; 0 where a number is to be predicted.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="random">The example's own draws; noise must not change how many are taken.</param>
    /// <param name="numbers">To be filled.</param>
    /// <returns>The number to be predicted; of no meaning where there are classes.</returns>
    protected abstract double Draw(int label, DataConfig options, Random random, Span<float> numbers);

    protected override DataSet Build(DataConfig options)
    {
        var info = With(Info, options);
        var size = info.Shape.Aggregate(1, (product, side) => product * side);
        var numbers = new float[info.Examples * size];
        var labels = new byte[info.IsRegression ? 0 : info.Examples];
        var targets = new float[info.IsRegression ? info.Examples : 0];
        for (var i = 0; i < info.Examples; i++)
        {
            var (place, first) = i < info.Train ? (i, 0) : (i - info.Train, FirstValidationSeed);
            var label = info.IsRegression ? 0 : place % info.Classes.Count;
            var target = Draw(label, options, new(RandomDraws.SeedOf(seed, first + place)), numbers.AsSpan(i * size, size));
            if (info.IsRegression)
            {
                targets[i] = (float)target;
            }
            else
            {
                labels[i] = (byte)label;
            }
        }

        return new(info, ReadOnlyMemory<byte>.Empty, labels) { Numbers = numbers, Targets = targets };
    }

    private static IReadOnlyList<DataOption> Common(DataSetInfo info)
    {
        var least = Math.Max(1, info.Classes.Count);
        var train = CommonOptions.Train(least, MostExamples, info.Train);
        var validation = CommonOptions.Validation(least, MostExamples, info.Validation);
        return info.IsRegression ? [train, validation] : [train, validation, CommonOptions.LabelNoise, CommonOptions.ValidationLabelNoise];
    }
}
