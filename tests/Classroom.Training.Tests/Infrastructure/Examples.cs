using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Small configs and data sets that train in a moment.</summary>
internal static class Examples
{
    public static CnnConfig SmallCnn { get; } = new() { Conv = [4, 8], Dense = [16] };

    /// <summary>The first digits, few enough for a run of a second.</summary>
    public static DataSet FewDigits { get; } = Few(BuiltInDataSets.Get("digits")!, 320, 80);

    public static DataSet Sentences { get; } = BuiltInDataSets.Get("sentences")!;

    /// <summary>Points in the plane: is one nearer to the middle than 0.7?</summary>
    public static DataSet Ring { get; } = Rows(
        "points",
        DataSetKind.Table,
        [2],
        ["inside", "outside"],
        point => Math.Sqrt((point[0] * point[0]) + (point[1] * point[1])) < 0.7f ? 0 : 1);

    /// <summary>Twelve numbers one after another: is the last one higher than the first?</summary>
    public static DataSet Rises { get; } = Rows(
        "rises", DataSetKind.Sequence, [12, 1], ["falls", "rises"], row => row[^1] > row[0] ? 1 : 0);

    /// <summary>Twelve numbers one after another: predict the sum of the last two.</summary>
    public static DataSet Sums { get; } = Rises with
    {
        Id = "sums",
        Classes = [],
        Labels = default,
        Targets = Enumerable.Range(0, Rises.Examples)
            .Select(i => Rises.Numbers.Span[(i * 12) + 10] + Rises.Numbers.Span[(i * 12) + 11])
            .ToArray(),
    };

    /// <summary>The examples by the names under which tests give them to the reader, and the built-in data sets.</summary>
    public static DataSet? Find(string id) => id switch
    {
        "points" => Ring,
        "rises" => Rises,
        "sums" => Sums,
        _ => BuiltInDataSets.Get(id),
    };

    /// <summary>As <see cref="Find"/>, but of the digits only the first, for runs of a moment.</summary>
    public static DataSet Named(string name) => name == "digits" ? FewDigits : Find(name)!;

    /// <summary>What is known of them, without drawing anything.</summary>
    public static DataSetInfo? FindInfo(string id) => BuiltInDataSets.List.FirstOrDefault(info => info.Id == id) ?? Find(id)?.Info;

    public static TrainingConfig Config(ModelConfig model, int epochs = 1, int seed = 42, double rate = 0.005) => new()
    {
        Dataset = model is RnnConfig ? "sentences" : "digits",
        Loss = model is AutoencoderConfig ? LossFunction.MeanSquaredError : LossFunction.CrossEntropy,
        Model = model,
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = rate },
        BatchSize = 32,
        Epochs = epochs,
        Seed = seed,
    };

    /// <summary>The only loss where there are no classes, else null: any.</summary>
    public static LossFunction? OnlyLoss(ModelConfig model, DataSetInfo data) =>
        model is AutoencoderConfig || data.IsRegression ? LossFunction.MeanSquaredError : null;

    public static RecordingSink Train(TrainingConfig config, DataSet data)
    {
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return sink;
    }

    private static DataSet Rows(string id, DataSetKind kind, int[] shape, string[] classes, Func<float[], int> label)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 400)
            .Select(_ => Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(_ => (2 * random.NextSingle()) - 1).ToArray())
            .ToArray();
        var info = new DataSetInfo
        {
            Id = id,
            Title = "Rows",
            Description = "",
            Kind = kind,
            Train = 320,
            Validation = 80,
            Shape = shape,
            Classes = classes
        };
        return new(info, default, rows.Select(row => (byte)label(row)).ToArray()) { Numbers = rows.SelectMany(row => row).ToArray() };
    }

    private static DataSet Few(DataSet all, int train, int validation)
    {
        var size = all.Shape[0] * all.Shape[1];
        return all with
        {
            Train = train,
            Validation = validation,
            Values = all.Values[..((train + validation) * size)],
            Labels = all.Labels[..(train + validation)],
        };
    }
}
