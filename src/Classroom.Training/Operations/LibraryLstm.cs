using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>An LSTM computed by libtorch, which leaves it to oneDNN.</summary>
internal sealed class LibraryLstm : ILstm
{
    public string Name => "libtorch";

    public (Tensor Hidden, RecurrentState State) Read(LSTM lstm, Tensor x, RecurrentState state)
    {
        var (hidden, h, c) = lstm.forward(x, state.Hidden is null ? null : (state.Hidden, state.Memory!));
        return (hidden, new(h, c));
    }
}
