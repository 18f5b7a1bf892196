namespace Classroom.Training.Probes;

/// <summary>How pictures of one size go into frames: as they are up to 32 pixels a side; of larger ones a few pixels become one.</summary>
internal readonly record struct Thumbnail
{
    private const int LargestSide = 32;

    private readonly int height;
    private readonly int width;
    private readonly int factor;

    public Thumbnail(int height, int width)
    {
        (this.height, this.width) = (height, width);
        factor = (Math.Max(height, width) + LargestSide - 1) / LargestSide;
        (Height, Width) = (Math.Max(1, height / factor), Math.Max(1, width / factor));
    }

    /// <summary>In a frame, in pixels.</summary>
    public int Height { get; }

    /// <summary>In a frame, in pixels.</summary>
    public int Width { get; }

    /// <summary>One byte a pixel, row by row.</summary>
    /// <param name="pixels">Height × width of the whole picture.</param>
    public byte[] Render(ReadOnlySpan<byte> pixels) => factor == 1 ? pixels.ToArray() : Shrink(pixels);

    /// <summary>One byte a pixel: 0 for <paramref name="low"/> or less, 255 for <paramref name="high"/> or more.</summary>
    public byte[] Render(ReadOnlySpan<float> values, float low = 0, float high = 1)
    {
        var pixels = new byte[values.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            // What is not a number becomes 0.
            var share = (values[i] - low) / (high - low);
            pixels[i] = share > 0 ? (byte)MathF.Round(255 * Math.Min(share, 1)) : (byte)0;
        }

        return Render(pixels);
    }

    // Each pixel is the mean of a square; what is left over at the edges is cut off.
    private byte[] Shrink(ReadOnlySpan<byte> pixels)
    {
        var (rows, columns) = (Math.Min(factor, height), Math.Min(factor, width));
        var small = new byte[Height * Width];
        for (var i = 0; i < small.Length; i++)
        {
            var sum = 0;
            for (var row = 0; row < rows; row++)
            {
                var first = (((i / Width * factor) + row) * width) + (i % Width * factor);
                for (var column = 0; column < columns; column++)
                {
                    sum += pixels[first + column];
                }
            }

            small[i] = (byte)(sum / (rows * columns));
        }

        return small;
    }
}
