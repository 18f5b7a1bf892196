using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>
/// An LSTM put together from linear layers, sigmoid and tanh, place by place (Hochreiter and Schmidhuber, 1997, with forget gates). Slower.
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
