using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Classroom.Training.Loop;

/// <summary>The order in which one epoch takes the training examples; each epoch draws its own.</summary>
/// <param name="examples">Training examples.</param>
/// <param name="batchSize">Examples of a batch; the last one of an epoch may have fewer.</param>
/// <param name="generator">The run's.</param>
internal sealed class EpochOrder(int examples, int batchSize, Generator generator) : IDisposable
{
    private Tensor? order;

    /// <summary>Which examples a batch takes: their places, one dimension. The first batch draws the order.</summary>
    /// <param name="batch">From 0; ascending within an epoch.</param>
    public Tensor Take(int batch)
    {
        if (batch == 0)
        {
            order = randperm(examples, generator: generator).DetachFromDisposeScope();
        }

        var first = batch * batchSize;
        return order!.narrow(0, first, Math.Min(batchSize, examples - first));
    }

    /// <summary>After the last batch of an epoch.</summary>
    public void End()
    {
        order?.Dispose();
        order = null;
    }

    /// <summary>For a checkpoint; empty between two epochs.</summary>
    public ReadOnlySpan<long> Save() => order is null ? [] : MemoryMarshal.Cast<byte, long>(order.bytes);

    /// <summary>From a checkpoint.</summary>
    public void Restore(long[] places) => order = places.Length == 0 ? null : tensor(places).DetachFromDisposeScope();

    public void Dispose() => End();
}
