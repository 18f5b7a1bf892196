using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Rnn;

/// <summary>(batch, characters) of vocabulary indices in, (batch, characters, vocabulary) out.</summary>
internal sealed class CharacterNetwork : Network
{
    public const int EmbeddingSize = 16;

    private readonly Embedding embedding;
    private readonly nn.Module recurrent;
    private readonly Linear output;

    public CharacterNetwork(RnnConfig config, int vocabulary)
        : base(nameof(CharacterNetwork))
    {
        embedding = nn.Embedding(vocabulary, EmbeddingSize);
        recurrent = RecurrentLayers.Create(config, EmbeddingSize);
        output = nn.Linear(config.Hidden, vocabulary);
        RegisterComponents();
    }

    public override IReadOnlyList<nn.Module> Layers => [embedding, recurrent, output];

    public override Tensor forward(Tensor x) => output.call(Features(x));

    public override Tensor Features(Tensor x) => RecurrentLayers.Read(recurrent, embedding.call(x), default).Hidden;

    /// <summary>Reads on from a state, the default at the start of a text.</summary>
    public (Tensor Logits, RecurrentState State) Read(Tensor x, RecurrentState state)
    {
        (var hidden, state) = RecurrentLayers.Read(recurrent, embedding.call(x), state);
        return (output.call(hidden), state);
    }
}
