using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>(batch, characters) of vocabulary indices in, (batch, characters, vocabulary) out.</summary>
internal sealed class CharacterNetwork : nn.Module<Tensor, Tensor>
{
    public const int EmbeddingSize = 16;

    private readonly Embedding embedding;
    private readonly nn.Module recurrent;
    private readonly Linear output;

    public CharacterNetwork(RnnConfig config, int vocabulary)
        : base(nameof(CharacterNetwork))
    {
        embedding = nn.Embedding(vocabulary, EmbeddingSize);
        recurrent = config.Cell switch
        {
            Cell.Rnn => nn.RNN(EmbeddingSize, config.Hidden, config.Layers, batchFirst: true),
            Cell.Lstm => nn.LSTM(EmbeddingSize, config.Hidden, config.Layers, batchFirst: true),
            _ => nn.GRU(EmbeddingSize, config.Hidden, config.Layers, batchFirst: true),
        };
        output = nn.Linear(config.Hidden, vocabulary);
        RegisterComponents();
    }

    /// <summary>Weight matrices of one unit: a plain one, or one for each gate.</summary>
    public static int Gates(Cell cell) => cell switch
    {
        Cell.Lstm => 4,
        Cell.Gru => 3,
        _ => 1,
    };

    public override Tensor forward(Tensor x) => Read(x, default).Logits;

    /// <summary>Reads on from a state, the default at the start of a text.</summary>
    public (Tensor Logits, State State) Read(Tensor x, State state)
    {
        var embedded = embedding.call(x);
        Tensor hidden;
        switch (recurrent)
        {
            case LSTM lstm:
                (hidden, var h, var c) = lstm.forward(embedded, state.Hidden is null ? null : (state.Hidden, state.Memory!));
                state = new(h, c);
                break;
            case GRU gru:
                (hidden, h) = gru.forward(embedded, state.Hidden!);
                state = new(h, null);
                break;
            default:
                (hidden, h) = ((RNN)recurrent).forward(embedded, state.Hidden!);
                state = new(h, null);
                break;
        }

        return (output.call(hidden), state);
    }

    /// <summary>(layers, batch, hidden) each; only an LSTM has a memory beside its hidden values.</summary>
    public readonly record struct State(Tensor? Hidden, Tensor? Memory);
}
