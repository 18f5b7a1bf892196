using Classroom.Training.Operations.Reference;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>
/// Where the numbers of one example lie while <see cref="VectorConvolution"/> works on it. A picture is padded with zeros and
/// dealt out to stride × stride grids, pixel (i, j) to grid (i mod stride, j mod stride): then every weight of a filter meets
/// the pixels of one grid, one after another in memory, whatever the stride. Outputs lie on a grid with rows as long, and what
/// stands in the surplus columns is thrown away or zero.
/// </summary>
internal sealed class ConvolutionGrid
{
    /// <summary>Vectors are read and written past the end of a grid, so each has at least this much room behind it.</summary>
    public const int Slack = 64;

    private readonly ConvolutionShape shape;

    public ConvolutionGrid(ConvolutionShape shape)
    {
        this.shape = shape;
        var reach = (shape.Kernel - 1) / shape.Stride;

        // With stride 1, the zeros to the left of a row are also those to the right of the row before.
        Columns = shape.Stride == 1 ? shape.Width + shape.Padding : Divide(shape.Width + (2 * shape.Padding), shape.Stride);
        Rows = Math.Max(Divide(shape.Height + (2 * shape.Padding), shape.Stride), shape.OutHeight + reach);
        Before = reach * (Columns + 1);
        Offsets = new int[shape.InChannels * shape.Kernel * shape.Kernel];
        for (var tap = 0; tap < Offsets.Length; tap++)
        {
            var (channel, row, column) = (tap / (shape.Kernel * shape.Kernel), tap / shape.Kernel % shape.Kernel, tap % shape.Kernel);
            Offsets[tap] = (((channel * Phases) + Phase(row, column)) * Size) + Shift(row, column);
        }
    }

    /// <summary>Of a grid.</summary>
    public int Rows { get; }

    /// <summary>Of a grid.</summary>
    public int Columns { get; }

    /// <summary>Numbers in a grid.</summary>
    public int Area => Rows * Columns;

    /// <summary>From the start of a grid to that of the next.</summary>
    public int Size => Area + Slack;

    /// <summary>Grids that a channel of the input takes.</summary>
    public int Phases => shape.Stride * shape.Stride;

    /// <summary>Numbers in all grids of an input.</summary>
    public int InputSize => shape.InChannels * Phases * Size;

    /// <summary>Where in a grid the first row begins that holds pixels of any channel's picture, and not only zeros.</summary>
    public int PixelStart => shape.Padding / shape.Stride * Columns;

    /// <summary>Numbers from there to the end of the last such row.</summary>
    public int PixelSize => ((((shape.Height - 1 + shape.Padding) / shape.Stride) + 1) * Columns) - PixelStart;

    /// <summary>Numbers of an output's grid that hold outputs.</summary>
    public int OutputSize => shape.OutHeight * Columns;

    /// <summary>Zeros in front of a grid of output gradients, for the way back looks at earlier places.</summary>
    public int Before { get; }

    /// <summary>For each weight of a filter, (in channels, kernel, kernel), where the pixels begin that it is multiplied with.</summary>
    public int[] Offsets { get; }

    /// <summary>The grid on which a filter's row and column meet their pixels.</summary>
    public int Phase(int row, int column) => (row % shape.Stride * shape.Stride) + (column % shape.Stride);

    /// <summary>How far into that grid they begin.</summary>
    public int Shift(int row, int column) => (row / shape.Stride * Columns) + (column / shape.Stride);

    /// <summary>Deals an example's pixels, (in channels, height, width), out to grids whose other numbers are zero.</summary>
    public void Spread(ReadOnlySpan<float> pixels, Span<float> grids)
    {
        for (var line = 0; line < shape.InChannels * shape.Height; line++)
        {
            var row = pixels.Slice(line * shape.Width, shape.Width);
            if (shape.Stride == 1)
            {
                row.CopyTo(grids[Place(line, 0)..]);
                continue;
            }

            for (var first = 0; first < Math.Min(shape.Stride, row.Length); first++)
            {
                var place = Place(line, first);
                for (var j = first; j < row.Length; j += shape.Stride)
                {
                    grids[place++] = row[j];
                }
            }
        }
    }

    /// <summary>The way back of <see cref="Spread"/>; what stands in the padding is thrown away.</summary>
    public void Collect(ReadOnlySpan<float> grids, Span<float> pixels)
    {
        for (var line = 0; line < shape.InChannels * shape.Height; line++)
        {
            var row = pixels.Slice(line * shape.Width, shape.Width);
            if (shape.Stride == 1)
            {
                grids.Slice(Place(line, 0), shape.Width).CopyTo(row);
                continue;
            }

            for (var first = 0; first < Math.Min(shape.Stride, row.Length); first++)
            {
                var place = Place(line, first);
                for (var j = first; j < row.Length; j += shape.Stride)
                {
                    row[j] = grids[place++];
                }
            }
        }
    }

    // Of a pixel in the line-th row of all channels.
    private int Place(int line, int j)
    {
        var (channel, row, column) = (line / shape.Height, (line % shape.Height) + shape.Padding, j + shape.Padding);
        return (((channel * Phases) + Phase(row, column)) * Size) + Shift(row, column);
    }

    private static int Divide(int value, int by) => (value + by - 1) / by;
}
