using System.Runtime.InteropServices;

namespace Classroom.Training.Data.Import;

/// <summary>
/// Examples of one size, in a temporary file in the order in which they came. They are stored in the order of their split.
/// </summary>
internal sealed class ExampleFile(string folder) : IDisposable
{
    private readonly TemporaryFile file = new(folder);

    /// <summary>Where to append examples.</summary>
    public Stream Stream => file.Stream;

    /// <summary>Stores pictures of one byte a pixel.</summary>
    /// <param name="info">Its <see cref="DataSetInfo.Shape"/> is the size of the examples.</param>
    /// <param name="labels">One for each example, in the order in which they came.</param>
    /// <param name="split">Their order.</param>
    /// <param name="read">Reads the example with this number into the span.</param>
    public StagedDataSet StagePictures(DataSetInfo info, ReadOnlyMemory<byte> labels, ExampleSplit split, Action<int, Span<byte>> read)
    {
        var size = info.Shape.Aggregate(1, (product, side) => product * side);
        return StagedDataSet.Write(new DataSetHeader(info, 0, labels.Length * size, labels.Length, 0, 0), folder, target =>
        {
            var example = new byte[size];
            foreach (var number in split.Order)
            {
                read(number, example);
                target.Write(example);
            }

            WriteLabels(target, labels.Span, split.Order);
        });
    }

    /// <summary>Stores rows of numbers.</summary>
    /// <inheritdoc cref="StagePictures"/>
    public StagedDataSet StageRows(DataSetInfo info, ReadOnlyMemory<byte> labels, ExampleSplit split, Action<int, Span<float>> read)
    {
        return StagedDataSet.Write(new DataSetHeader(info, 0, 0, labels.Length, labels.Length * info.Shape[0], 0), folder, target =>
        {
            WriteLabels(target, labels.Span, split.Order);
            var example = new float[info.Shape[0]];
            foreach (var number in split.Order)
            {
                read(number, example);
                target.Write(MemoryMarshal.AsBytes(example.AsSpan()));
            }
        });
    }

    /// <summary>Reads an example as it came.</summary>
    public void Read(int number, Span<byte> example)
    {
        file.Stream.Flush();
        var start = (long)number * example.Length;
        for (var got = 0; got < example.Length;)
        {
            var read = RandomAccess.Read(file.Stream.SafeFileHandle, example[got..], start + got);
            if (read == 0)
            {
                throw new EndOfStreamException($"Example {number} is not in the file.");
            }

            got += read;
        }
    }

    public void Read(int number, Span<double> example) => Read(number, MemoryMarshal.AsBytes(example));

    public void Dispose() => file.Dispose();

    private static void WriteLabels(Stream target, ReadOnlySpan<byte> labels, int[] order)
    {
        foreach (var number in order)
        {
            target.WriteByte(labels[number]);
        }
    }
}
