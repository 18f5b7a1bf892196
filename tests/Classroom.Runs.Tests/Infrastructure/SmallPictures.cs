using System.Buffers.Binary;
using Classroom.Runs.Curves;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Runs.Tests;

/// <summary>Fifty pictures of 6 × 6 pixels, a bright column for each of five labels: a step on them takes a millisecond.</summary>
internal static class SmallPictures
{
    private const int Count = 50;
    private const int Side = 6;
    private const int Columns = 5;

    public const int StepsPerEpoch = 5;

    /// <summary>Five training steps and one validation.</summary>
    public const int PointsPerEpoch = StepsPerEpoch + 1;

    /// <summary>As it comes from a teacher's two files.</summary>
    public static DataSet Data { get; } = Load();

    public static TrainingConfig Config(string dataSet, int epochs, int seed = 1, double dropout = 0) => new()
    {
        Dataset = dataSet,
        Model = new CnnConfig { Conv = [2], Dropout = dropout },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
        BatchSize = 8,
        Epochs = epochs,
        Seed = seed,
    };

    /// <summary>Nothing bends in this network and each step overshoots: the loss is infinite after some steps.</summary>
    public static TrainingConfig DivergingConfig(string dataSet) => Config(dataSet, epochs: 100) with
    {
        Model = new CnnConfig { Conv = [2], Dense = [8, 8], Activation = Activation.Linear },
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 10_000 },
    };

    /// <summary>Twenty thousand steps: whoever waits for its end has forgotten to stop it.</summary>
    public static TrainingConfig LongConfig(string dataSet, int seed = 1) => Config(dataSet, epochs: 1000, seed) with { BatchSize = 2 };

    /// <summary>The curve that the config gives when nothing disturbs it, or its first so many points, as one chunk.</summary>
    public static byte[] Undisturbed(TrainingConfig config, int points = int.MaxValue) => Alone(config, points: points).Curve;

    /// <summary>All that the config gives when nothing disturbs it.</summary>
    /// <param name="config">What to train.</param>
    /// <param name="start">The weights to begin with, as a safetensors file.</param>
    /// <param name="points">Ends the run earlier.</param>
    public static Undisturbed Alone(TrainingConfig config, byte[]? start = null, int points = int.MaxValue)
    {
        var sink = new RecordingSink();
        using var run = new TrainingRun(
            config, Data with { Id = config.Dataset }, start is null ? null : NetworkWeights.FromSafetensors(start));
        while (!run.Finished && sink.Points.Count < points)
        {
            run.Advance(sink);
        }

        return new(CurveCodec.Encode(sink.Points), sink.Frames, run.Weights().ToSafetensors());
    }

    /// <summary>What an upload of the two files becomes.</summary>
    public static ImportResult Import(string title)
    {
        var pictures = Idx([0, 0, 8, 3], [Count, Side, Side], i => (byte)(i % Side == i / (Side * Side) % Columns ? 255 : i * 7 % 60));
        var labels = Idx([0, 0, 8, 1], [Count], i => (byte)(i % Columns));
        var result = DataSetImport.Read(
            [("pictures", new MemoryStream(pictures)), ("labels", new MemoryStream(labels))], new() { Title = title });
        Assert.Empty(result.Errors);
        return result;
    }

    private static DataSet Load()
    {
        using var import = Import("Bright columns");
        return import.DataSet!.Load();
    }

    private static byte[] Idx(byte[] magic, int[] sizes, Func<int, byte> value)
    {
        var file = new List<byte>(magic);
        foreach (var size in sizes)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, size);
            file.AddRange(bytes);
        }

        file.AddRange(Enumerable.Range(0, sizes.Aggregate(1, (product, size) => product * size)).Select(value));
        return [.. file];
    }

    private sealed class RecordingSink : ITrainingSink
    {
        public List<MetricPoint> Points { get; } = [];

        public void Point(MetricPoint point) => Points.Add(point);

        public List<Classroom.Training.Probes.ProbeFrame> Frames { get; } = [];

        public void Frame(Classroom.Training.Probes.ProbeFrame frame) => Frames.Add(frame);
    }
}

/// <summary>What a run gives: its curve as one chunk, its frames, and its weights at the end as a safetensors file.</summary>
internal sealed record Undisturbed(byte[] Curve, IReadOnlyList<Classroom.Training.Probes.ProbeFrame> Frames, byte[] Weights);
