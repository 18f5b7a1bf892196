using Classroom.Training.Operations.Convolutions;
using Classroom.Training.SelfCheck;

namespace Classroom.Training.Operations;

/// <summary>Which way each operation is computed that can be computed in several ways.</summary>
/// <param name="Convolution">Of CNNs.</param>
/// <param name="Lstm">Of LSTMs.</param>
/// <param name="UsesOneDnn">Whether libtorch leaves anything to oneDNN.</param>
internal sealed record EngineSetting(IConvolution Convolution, ILstm Lstm, bool UsesOneDnn)
{
    /// <summary>What depends on as little as possible; slow.</summary>
    public static EngineSetting Safest { get; } = new(OwnConvolution.Plain, new ComposedLstm(), UsesOneDnn: false);

    // Chosen once, by the check of this machine.
    private static EngineSetting? chosen;

    // A test may want another setting on its own thread.
    [ThreadStatic]
    private static EngineSetting? ofThisThread;

    /// <summary>The setting under which this thread computes.</summary>
    /// <exception cref="InvalidOperationException">This machine has not been checked yet: see <see cref="Engine.Require"/>.</exception>
    public static EngineSetting Current =>
        ofThisThread ?? chosen ?? throw new InvalidOperationException("The engine has not been checked on this machine yet.");

    /// <summary>Makes this the setting of every thread that has none of its own.</summary>
    public void Choose() => chosen = this;

    /// <summary>Computes on this thread under this setting until the result is disposed. OneDNN stays as it is.</summary>
    public IDisposable Use() => new Override(this);

    /// <summary>For people and for a run's record.</summary>
    public override string ToString() =>
        $"convolution: {Convolution.Name}; LSTM: {Lstm.Name}; {(UsesOneDnn ? $"oneDNN up to {OneDnn.Limit}" : "without oneDNN")}";

    private sealed class Override : IDisposable
    {
        private readonly EngineSetting? before = ofThisThread;

        public Override(EngineSetting setting) => ofThisThread = setting;

        public void Dispose() => ofThisThread = before;
    }
}
