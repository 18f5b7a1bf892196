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
