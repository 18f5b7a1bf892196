using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Classroom.Training.Probes;

/// <summary>Puts items through the network, or a part of it, slice by slice, and keeps what comes out in plain memory in between.</summary>
/// <param name="slices">The items.</param>
/// <param name="width">Numbers that come out for each of them.</param>
internal sealed class Sweep(Slices slices, int width)
{
    private float[]? results;

    /// <summary>One slice; null while there are more to come, then (items, width) row by row.</summary>
    /// <param name="pass">(count, width) for so many items from one on.</param>
    public float[]? Advance(Func<int, int, Tensor> pass)
    {
        results ??= new float[slices.Items * width];
        var (first, count, isLast) = slices.Next();
        var outputs = pass(first, count).to(ScalarType.Float32).contiguous();
        MemoryMarshal.Cast<byte, float>(outputs.bytes).CopyTo(results.AsSpan(first * width, count * width));
        if (!isLast)
        {
            return null;
        }

        var all = results;
        results = null;
        return all;
    }
}
