using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models.Table;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>
/// Small, quick configs that together reach every operation that any config can reach: on each kind of data set, each choice of
/// each setting at least once. <see cref="ReachableConfigsTests"/> fails where one is missing.
/// </summary>
internal static class ReachableConfigs
{
    private const int TrainExamples = 41;
    private const int ValidationExamples = 21;

    // libtorch computes batches of 16 or more, smaller ones and single examples in different ways: this one leaves a last
    // batch of one example.
    private const int BatchSize = 20;

    // Training begins with the weights of the same config without this.
    private const string Scratch = "from scratch";

    // A last batch of five examples, and none.
    private static readonly int[] OtherBatchSizes = [12, TrainExamples];

    private static readonly OptimizerConfig Descent = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.01 };

    private static readonly DataConfig Few = new() { Train = TrainExamples, Validation = ValidationExamples };

    public static IReadOnlyList<TrainingConfig> All { get; } =
    [
        .. Mlps("digits"), .. Mlps("xor"), .. Mlps("line"), .. Cnns("digits"), .. Autoencoders("digits"),
        .. Rnns("names"), .. Rnns("waves"), .. Rnns("tides"),
    ];

    /// <summary>The whole data set of a config; texts, which no option makes shorter, cut down to their first windows.</summary>
    public static DataSet DataOf(TrainingConfig config)
    {
        var data = BuiltInDataSets.Get(config.Dataset)!;
        return data.Kind == DataSetKind.Text ? data with { Train = TrainExamples, Validation = ValidationExamples } : data;
    }

    private static IEnumerable<TrainingConfig> Mlps(string dataSet)
    {
        var mlp = new MlpConfig { Hidden = [5, 5] };
        return With(dataSet, mlp, [
            new MlpConfig(),
            .. Enum.GetValues<Activation>().Select(activation => mlp with { Activation = activation }),
            .. Enum.GetValues<Activation>().Select(activation => mlp with { Activation = activation, Residual = true }),
            mlp with { Dropout = 0.3 },
        ]);
    }

    private static IEnumerable<TrainingConfig> Cnns(string dataSet)
    {
        var cnn = new CnnConfig { Conv = [3, 4], Dense = [6] };
        return With(dataSet, cnn, [
            .. Enum.GetValues<Activation>().Select(activation => cnn with { Activation = activation }),
            .. from pool in Enum.GetValues<Pooling>() from kernel in new[] { 1, 3, 5 } select cnn with { Pool = pool, Kernel = kernel },
            cnn with { Dropout = 0.3 },
            cnn with { Dense = [] },

            // Wide enough that a single picture is no longer a small one to libtorch.
            new CnnConfig { Conv = [32, 2], Pool = Pooling.None },
        ]);
    }

    private static IEnumerable<TrainingConfig> Rnns(string dataSet) => With(
        dataSet,
        new RnnConfig { Cell = Cell.Lstm, Hidden = 6 },
        [
            .. from cell in Enum.GetValues<Cell>() from layers in new[]
            {
                1,
                2
            } select new RnnConfig { Cell = cell, Hidden = 5, Layers = layers },
            new RnnConfig { Cell = Cell.Lstm, Hidden = 5, ForgetBias = 1 },
        ]);

    private static IEnumerable<TrainingConfig> Autoencoders(string dataSet)
    {
        var autoencoder = new AutoencoderConfig { Hidden = [6], Code = 2 };
        return With(dataSet, autoencoder, [
            .. Enum.GetValues<Activation>().Select(activation => autoencoder with { Activation = activation }),
            new AutoencoderConfig { Code = 3 },
        ]);
    }

    /// <summary>Each of the models, and the first one with each choice of the other settings.</summary>
    private static IEnumerable<TrainingConfig> With(string dataSet, ModelConfig first, IReadOnlyList<ModelConfig> others)
    {
        var info = BuiltInDataSets.List.Single(info => info.Id == dataSet);
        var plain = new TrainingConfig
        {
            Dataset = dataSet,
            Data = info.Kind == DataSetKind.Text ? null : Few,
            Model = first,
            Optimizer = Descent,
            Loss = Examples.OnlyLoss(first, info) ?? LossFunction.CrossEntropy,
            BatchSize = BatchSize,
            Epochs = 1,
        };
        IEnumerable<TrainingConfig> configs =
        [
            .. others.Prepend(first).Select(model => plain with { Model = model }),
            .. OtherBatchSizes.Select(size => plain with { BatchSize = size }),
            .. Enum.GetValues<OptimizerKind>()
                .Select(kind => plain with { Optimizer = new() { Kind = kind, LearningRate = 0.001, WeightDecay = 0.01 } }),
            plain with { Optimizer = Descent with { Momentum = 0.9 } },
            .. Enum.GetValues<LearningRateSchedule>().Select(schedule => plain with { Schedule = schedule }),
            plain with { Clip = 0.1 },
            plain with { Epochs = 2, Patience = 1 },
            plain with { Epochs = 2, Keep = KeptWeights.Best },
            plain with { Probes = [] },
            plain with { From = Scratch, Seed = 7 },

            // What is frozen has no gradients, and libtorch computes without them in other ways.
            .. from model in others.Prepend(first)
               from freeze in Enumerable.Range(1, ModelTable.Create(model, info).LayerCount - 1)
               select plain with { Model = model, From = Scratch, Freeze = freeze, Probes = [] },
            .. Examples.OnlyLoss(first, info) is null
                ? Enum.GetValues<LossFunction>().Select(loss => plain with { Loss = loss }).Append(plain with { LabelSmoothing = 0.1 })
                : [],

            // It depends on the model whether and how weights can be drawn in other ways.
            .. from model in others.Prepend(first)
               where model is not RnnConfig
               from init in Enum.GetValues<Initialization>()
               where init != plain.Init && init != Initialization.LongMemory
               select plain with { Model = model, Init = init, Probes = [] },
            .. from model in others.Prepend(first)
               where model is RnnConfig { Cell: Cell.Gru or Cell.Lstm }
               select plain with { Model = model, Init = Initialization.LongMemory, Probes = [] },
        ];
        var data = DataOptions.Sizes(info, plain.Data);
        return configs.Select(config => config with { Probes = config.Probes ?? ProbeKinds.For(config.Model, data) })
            .DistinctBy(config => config.ToJson());
    }
}
