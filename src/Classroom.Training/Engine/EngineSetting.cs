namespace Classroom.Training;

/// <summary>Which way each operation is computed that can be computed in several ways.</summary>
/// <param name="Convolution">Of CNNs.</param>
/// <param name="Lstm">Of LSTMs.</param>
/// <param name="UsesOneDnn">Whether libtorch leaves anything to oneDNN.</param>
internal sealed record EngineSetting(IConvolution Convolution, ILstm Lstm, bool UsesOneDnn)
{
    /// <summary>What depends on as little as possible; slow.</summary>
    public static EngineSetting Safest { get; } = new(OwnConvolution.Plain, new ComposedLstm(), UsesOneDnn: false);

    /// <summary>For people and for a run's record.</summary>
    public override string ToString() =>
        $"convolution: {Convolution.Name}; LSTM: {Lstm.Name}; {(UsesOneDnn ? $"oneDNN up to {OneDnn.Limit}" : "without oneDNN")}";
}
