using Classroom.Training.Operations;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Rnn;

/// <summary>The three recurrent layers behind one face: (batch, length, inputs) in, (batch, length, hidden) out.</summary>
internal static class RecurrentLayers
{
    public static nn.Module Create(RnnConfig config, int inputs) => config.Cell switch
    {
        Cell.Rnn => nn.RNN(inputs, config.Hidden, config.Layers, batchFirst: true),
        Cell.Lstm => nn.LSTM(inputs, config.Hidden, config.Layers, batchFirst: true),
        _ => nn.GRU(inputs, config.Hidden, config.Layers, batchFirst: true),
    };

    /// <summary>Weights of all layers, for so many inputs at each place.</summary>
    public static long Weights(RnnConfig config, long inputs)
    {
        long weights = 0;
        for (var layer = 0; layer < config.Layers; layer++)
        {
            weights += config.Cell.Gates() * config.Hidden * (inputs + config.Hidden + 2L);
            inputs = config.Hidden;
        }

        return weights;
    }

    /// <summary>Reads on from a state, the default at the start.</summary>
    public static (Tensor Hidden, RecurrentState State) Read(nn.Module recurrent, Tensor x, RecurrentState state)
    {
        switch (recurrent)
        {
            case LSTM lstm:
                return EngineSetting.Current.Lstm.Read(lstm, x, state);
            case GRU gru:
                var (hidden, h) = gru.forward(x, state.Hidden!);
                return (hidden, new(h, null));
            default:
                (hidden, h) = ((RNN)recurrent).forward(x, state.Hidden!);
                return (hidden, new(h, null));
        }
    }
}
