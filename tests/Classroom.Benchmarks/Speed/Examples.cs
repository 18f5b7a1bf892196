using System.Runtime.InteropServices;
using Classroom.Training.Data;

namespace Classroom.Benchmarks;

/// <summary>The training examples of a data set as plain arrays: what a loop without us would begin with.</summary>
/// <param name="Shape">Sides of <paramref name="Numbers"/> or <paramref name="Characters"/>, the examples first.</param>
/// <param name="Numbers">What goes in; empty for text.</param>
/// <param name="Characters">What goes in, for text.</param>
/// <param name="Targets">The right class of each prediction.</param>
public sealed record Examples(long[] Shape, float[] Numbers, long[] Characters, long[] Targets)
{
    public static Examples Of(DataSet data)
    {
        long[] shape = [data.Train, .. data.Shape.Select(side => (long)side)];
        var values = data.Values.Span;
        if (data.Kind == DataSetKind.Text)
        {
            var size = data.Train * data.Shape[0];
            return new(shape, [], Longs(values[..size]), Longs(values.Slice(1, size)));
        }

        var numbers = data.Kind == DataSetKind.Image
            ? values[..(data.Train * data.Shape[0] * data.Shape[1])].ToArray().Select(pixel => pixel / 255f).ToArray()
            : data.Numbers[..(int)shape.Aggregate((product, side) => product * side)].ToArray();
        return new(
            data.Kind == DataSetKind.Image ? [data.Train, 1, .. shape[1..]] : shape, numbers, [], Longs(data.Labels.Span[..data.Train]));
    }

    /// <summary>As raw numbers, for Python.</summary>
    public void Write(string folder)
    {
        File.WriteAllBytes(
            Path.Combine(folder, "inputs"),
            (Characters.Length > 0 ? MemoryMarshal.AsBytes<long>(Characters) : MemoryMarshal.AsBytes<float>(Numbers)).ToArray());
        File.WriteAllBytes(Path.Combine(folder, "targets"), MemoryMarshal.AsBytes<long>(Targets).ToArray());
    }

    private static long[] Longs(ReadOnlySpan<byte> bytes) => [.. bytes.ToArray().Select(value => (long)value)];
}
