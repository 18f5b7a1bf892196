namespace Classroom.Training.Data.Import;

/// <summary>A picture as grey values, which can be fitted into a small square.</summary>
/// <remarks>Reckoned in whole numbers and doubles only, so that every machine makes the same data set of the same files.</remarks>
internal sealed class GreyPicture
{
    private const int BytesOfAPixel = 4;

    private readonly int width;
    private readonly int height;
    private readonly byte[] grey;

    /// <summary>Takes colors (height, width, red green blue alpha) to grey by the weights of ITU-R BT.601, on white paper.</summary>
    public GreyPicture(int width, int height, ReadOnlySpan<byte> colors)
    {
        this.width = width;
        this.height = height;
        grey = new byte[width * height];
        for (var i = 0; i < width * height; i++)
        {
            var pixel = colors.Slice(i * BytesOfAPixel, BytesOfAPixel);
            var light = ((299 * pixel[0]) + (587 * pixel[1]) + (114 * pixel[2]) + 500) / 1000;
            grey[i] = (byte)(((light * pixel[3]) + (255 * (255 - pixel[3])) + 127) / 255);
        }
    }

    /// <summary>
    /// Fits the whole picture into the middle of a square. Each new pixel is the mean of the area that it covers; what the
    /// picture does not cover gets the mean of its edge.
    /// </summary>
    public void Fit(int side, Span<byte> square)
    {
        var scale = (double)Math.Max(width, height) / side;
        var (fittedWidth, fittedHeight) =
            (Math.Clamp((int)Math.Round(width / scale), 1, side), Math.Clamp((int)Math.Round(height / scale), 1, side));
        var (left, top) = ((side - fittedWidth) / 2, (side - fittedHeight) / 2);
        square.Fill(MeanOfEdge());
        for (var y = 0; y < fittedHeight; y++)
        {
            for (var x = 0; x < fittedWidth; x++)
            {
                square[((top + y) * side) + left + x] = MeanOf(
                    (double)x * width / fittedWidth,
                    (double)(x + 1) * width / fittedWidth,
                    (double)y * height / fittedHeight,
                    (double)(y + 1) * height / fittedHeight);
            }
        }
    }

    // Pixels that are covered in part count in part.
    private byte MeanOf(double left, double right, double top, double bottom)
    {
        double sum = 0, area = 0;
        for (var y = (int)top; y < Math.Min(height, bottom); y++)
        {
            var rows = Math.Min(y + 1, bottom) - Math.Max(y, top);
            for (var x = (int)left; x < Math.Min(width, right); x++)
            {
                var covered = rows * (Math.Min(x + 1, right) - Math.Max(x, left));
                sum += covered * grey[(y * width) + x];
                area += covered;
            }
        }

        return (byte)Math.Round(sum / area);
    }

    private byte MeanOfEdge()
    {
        long sum = 0, count = 0;
        for (var y = 0; y < height; y++)
        {
            var step = y == 0 || y == height - 1 ? 1 : Math.Max(1, width - 1);
            for (var x = 0; x < width; x += step)
            {
                sum += grey[(y * width) + x];
                count++;
            }
        }

        return (byte)((sum + (count / 2)) / count);
    }
}
