using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>A way to compute an LSTM as part of libtorch's graph.</summary>
internal interface ILstm
{
    /// <summary>For a report, in a few words.</summary>
    string Name { get; }

    /// <summary>Reads on from a state, the default at the start.</summary>
    /// <param name="lstm">Its weights.</param>
    /// <param name="x">(batch, length, inputs)</param>
    /// <param name="state">Of all layers.</param>
    /// <returns>(batch, length, hidden), and the state after the last place.</returns>
    (Tensor Hidden, RecurrentState State) Read(LSTM lstm, Tensor x, RecurrentState state);
}

/// <summary>With libtorch, which leaves it to oneDNN.</summary>
internal sealed class LibraryLstm : ILstm
{
    public string Name => "libtorch";

    public (Tensor Hidden, RecurrentState State) Read(LSTM lstm, Tensor x, RecurrentState state)
    {
        var (hidden, h, c) = lstm.forward(x, state.Hidden is null ? null : (state.Hidden, state.Memory!));
        return (hidden, new(h, c));
    }
}

/// <summary>
/// Put together from linear layers, sigmoid and tanh, place by place (Hochreiter and Schmidhuber, 1997, with forget gates). Slower.
/// </summary>
internal sealed class ComposedLstm : ILstm
{
    public string Name => "gate by gate";

    public (Tensor Hidden, RecurrentState State) Read(LSTM lstm, Tensor x, RecurrentState state)
    {
        var weights = lstm.named_parameters().ToDictionary(named => named.name, named => named.parameter);
        var layers = weights.Count / 4;
        var (lastHidden, lastMemory) = (new Tensor[layers], new Tensor[layers]);
        for (var layer = 0; layer < layers; layer++)
        {
            var (weightIh, weightHh) = (weights[$"weight_ih_l{layer}"], weights[$"weight_hh_l{layer}"]);
            var (biasIh, biasHh) = (weights[$"bias_ih_l{layer}"], weights[$"bias_hh_l{layer}"]);
            // (batch, hidden)
            var h = state.Hidden?.select(0, layer) ?? zeros(x.shape[0], weightHh.shape[1]);
            var c = state.Memory?.select(0, layer) ?? zeros_like(h);
            var outputs = new Tensor[x.shape[1]];
            for (var place = 0; place < outputs.Length; place++)
            {
                var sums = nn.functional.linear(x.select(1, place), weightIh, biasIh).Plus(nn.functional.linear(h, weightHh, biasHh));
                var gates = sums.chunk(4, 1);
                c = (gates[1].sigmoid() * c).Plus(gates[0].sigmoid() * gates[2].tanh());
                h = gates[3].sigmoid() * c.tanh();
                outputs[place] = h;
            }

            x = stack(outputs, 1);
            (lastHidden[layer], lastMemory[layer]) = (h, c);
        }

        return (x, new(stack(lastHidden), stack(lastMemory)));
    }
}
