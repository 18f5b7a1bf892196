using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Benchmarks;

/// <summary>A model whose training is timed: as our config, as a bare TorchSharp module, and as a Python script in peers/.</summary>
/// <param name="Name">Of the model, with its sizes.</param>
/// <param name="Peer">The script, without its ending.</param>
/// <param name="Config">How we train it.</param>
/// <param name="Data">What on.</param>
/// <param name="Bare">The module, (batch, …) in, (predictions, classes) out.</param>
/// <param name="Epochs">In one round, some seconds all together.</param>
public sealed record SpeedModel(
    string Name, string Peer, TrainingConfig Config, DataSet Data, Func<nn.Module<Tensor, Tensor>> Bare, int Epochs)
{
    public static IReadOnlyList<SpeedModel> All { get; } =
    [
        new(
            "CNN 1-8-16-64-10, 28×28, batch 32",
            "cnn",
            Of("digits", new CnnConfig { Conv = [8, 16], Dense = [64] }, batchSize: 32),
            BuiltInDataSets.Get("digits")!,
            () => nn.Sequential(
                nn.Conv2d(1, 8, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
                nn.Conv2d(8, 16, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
                nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10)),
            Epochs: 2),
        new(
            "GRU 48 on sentences, 32 characters, batch 16",
            "gru_text",
            Of("sentences", new RnnConfig { Cell = Cell.Gru, Hidden = 48 }, batchSize: 16),
            BuiltInDataSets.Get("sentences")!,
            () => new BareCharacters(BuiltInDataSets.Get("sentences")!.Classes.Count),
            Epochs: 20),
        new(
            "GRU 16-32 on sequences, 24 places, batch 32",
            "gru_sequence",
            Of("noise", new RnnConfig { Cell = Cell.Gru, Hidden = 32 }, batchSize: 32),
            Noise(24, 16),
            () => new BareSequence(),
            Epochs: 10),
        new(
            "MLP 2-8-8-2 on points, batch 16",
            "mlp",
            Of("circles", new MlpConfig { Hidden = [8, 8], Activation = Activation.Tanh }, batchSize: 16),
            BuiltInDataSets.Get("circles")!,
            () => nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 2)),
            Epochs: 200),
    ];

    public int StepsARound => Epochs * ((Data.Train + Config.BatchSize - 1) / Config.BatchSize);

    private static TrainingConfig Of(string dataSet, ModelConfig model, int batchSize) => new()
    {
        Dataset = dataSet,
        Model = model,
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
        BatchSize = batchSize,
        Epochs = 1_000_000,
        Seed = 1,
    };

    private static DataSet Noise(int length, int inputs)
    {
        var random = new Random(1);
        var info = new DataSetInfo
        {
            Id = "noise",
            Title = "Noise",
            Description = "",
            Kind = DataSetKind.Sequence,
            Train = 800,
            Validation = 200,
            Shape = [length, inputs],
            Classes = ["even", "odd"]
        };
        return new(info, default, Enumerable.Range(0, info.Examples).Select(i => (byte)(i % 2)).ToArray())
        {
            Numbers = Enumerable.Range(0, info.Examples * length * inputs).Select(_ => random.NextSingle()).ToArray(),
        };
    }

    private sealed class BareCharacters : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Embedding embedding;
        private readonly TorchSharp.Modules.GRU recurrent = nn.GRU(16, 48, batchFirst: true);
        private readonly TorchSharp.Modules.Linear output;

        public BareCharacters(int vocabulary)
            : base(nameof(BareCharacters))
        {
            embedding = nn.Embedding(vocabulary, 16);
            output = nn.Linear(48, vocabulary);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => output.forward(recurrent.forward(embedding.forward(x)).Item1).flatten(0, 1);
    }

    private sealed class BareSequence : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.GRU recurrent = nn.GRU(16, 32, batchFirst: true);
        private readonly TorchSharp.Modules.Linear output = nn.Linear(32, 2);

        public BareSequence()
            : base(nameof(BareSequence)) => RegisterComponents();

        public override Tensor forward(Tensor x) => output.forward(recurrent.forward(x).Item1.select(1, -1));
    }
}
