using Classroom.Training.Data;

namespace Classroom.Training.Tests;

/// <summary>Data sets as large in what frames show of them as any can be.</summary>
internal static class LargestData
{
    private const int Train = 10;
    private const int FewExamples = 40;
    private const int ManyExamples = 330;

    public static DataSet Named(string name) => name switch
    {
        "pictures of few classes" => Pictures(2),
        "pictures" => Pictures(64),
        "pictures of many classes" => Pictures(256),
        "points" => Numbers(DataSetKind.Table, [2], 256),
        "points of few classes" => Numbers(DataSetKind.Table, [2], 4),
        "rows" => Numbers(DataSetKind.Table, [1_000], 64),
        "sequences" => Numbers(DataSetKind.Sequence, [300, 2], 64),
        "forecasts" => Numbers(DataSetKind.Sequence, [300, 2], 0),
        _ => Text(),
    };

    // As long as a name may be, in letters that JSON and UTF-8 make long.
    private static string[] Names(int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{i:000}" + string.Concat(Enumerable.Repeat("\"語", 28)))];

    private static DataSet Pictures(int classes)
    {
        var pixels = new byte[FewExamples * 64 * 64];
        new Random(1).NextBytes(pixels);
        return new(Info(DataSetKind.Image, [64, 64], classes, FewExamples), pixels, Labels(classes, FewExamples));
    }

    private static DataSet Numbers(DataSetKind kind, int[] shape, int classes)
    {
        var random = new Random(2);
        var numbers = new float[ManyExamples * shape.Aggregate((a, b) => a * b)];
        foreach (ref var number in numbers.AsSpan())
        {
            // Such as need all digits and an exponent.
            number = -(random.NextSingle() + 0.1f) * 1e-6f;
        }

        return new(
            Info(kind, shape, classes, ManyExamples),
            default,
            classes > 0 ? Labels(classes, ManyExamples) : default)
        {
            Numbers = numbers,
            Targets = classes > 0 ? default : numbers.AsMemory(0, ManyExamples)
        };
    }

    private static DataSet Text()
    {
        var info = Info(DataSetKind.Text, [64], 96, 12) with
        {
            Classes = [.. Enumerable.Range(0, 96).Select(i => ((char)(0x8a9e + i)).ToString())]
        };
        var text = new byte[1_000];
        new Random(3).NextBytes(text);
        return new(info, text.Select(c => (byte)(c % 96)).ToArray(), default) { TrainCharacters = 800 };
    }

    private static DataSetInfo Info(DataSetKind kind, int[] shape, int classes, int examples) => new()
    {
        Id = "largest",
        Title = "Largest",
        Description = "",
        Kind = kind,
        Train = Train,
        Validation = examples - Train,
        Shape = shape,
        Classes = Names(classes),
    };

    private static byte[] Labels(int classes, int examples) => [.. Enumerable.Range(0, examples).Select(i => (byte)(i % classes))];
}
