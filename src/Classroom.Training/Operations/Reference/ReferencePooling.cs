namespace Classroom.Training.Operations.Reference;

/// <summary>
/// Pooling over 2×2 squares: (planes, height, width) to (planes, height / 2, width / 2). An odd row or column at the end is left
/// out. A plane is one channel of one example.
/// </summary>
internal static class ReferencePooling
{
    private const int Pixels = 4;

    /// <summary>The largest pixel of each square.</summary>
    public static double[] Max(double[] x, int planes, int height, int width) =>
        [.. Squares(planes, height, width).Select(square => x[Largest(x, square)])];

    /// <summary>The gradient goes to the largest pixel of each square, of equal ones to the first, row by row.</summary>
    public static double[] MaxBackward(double[] x, double[] outputGradient, int planes, int height, int width)
    {
        var gradient = new double[planes * height * width];
        foreach (var (place, square) in Squares(planes, height, width).Index())
        {
            gradient[Largest(x, square)] += outputGradient[place];
        }

        return gradient;
    }

    /// <summary>The mean of each square.</summary>
    public static double[] Average(double[] x, int planes, int height, int width) =>
        [.. Squares(planes, height, width).Select(square => square.Sum(pixel => x[pixel]) / Pixels)];

    /// <summary>Each pixel of a square gets a quarter of the gradient.</summary>
    public static double[] AverageBackward(double[] x, double[] outputGradient, int planes, int height, int width)
    {
        var gradient = new double[x.Length];
        foreach (var (place, square) in Squares(planes, height, width).Index())
        {
            foreach (var pixel in square)
            {
                gradient[pixel] += outputGradient[place] / Pixels;
            }
        }

        return gradient;
    }

    /// <summary>The places of the four pixels of each square, in the order of the outputs.</summary>
    private static IEnumerable<int[]> Squares(int planes, int height, int width)
    {
        for (var plane = 0; plane < planes; plane++)
        {
            for (var row = 0; row < height / 2; row++)
            {
                for (var column = 0; column < width / 2; column++)
                {
                    var upper = (plane * height * width) + (2 * row * width) + (2 * column);
                    var lower = upper + width;
                    yield return [upper, upper + 1, lower, lower + 1];
                }
            }
        }
    }

    private static int Largest(double[] x, int[] square)
    {
        var largest = square[0];
        foreach (var pixel in square)
        {
            largest = x[pixel] > x[largest] ? pixel : largest;
        }

        return largest;
    }
}
