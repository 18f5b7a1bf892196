using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>
/// Max pooling over 2×2 squares. Its values and gradients are bit for bit those of libtorch's max_pool2d, which on a CPU goes
/// pixel by pixel and takes longer than the convolutions around it.
/// </summary>
internal static class MaxPooling
{
    private const int Squares = 4;

    /// <summary>
    /// (batch, channels, height, width) to (batch, channels, height / 2, width / 2); an odd row or column at the end is left out.
    /// </summary>
    public static Tensor Halve(Tensor x)
    {
        x = x.contiguous();
        var (height, width) = (x.shape[2], x.shape[3]);
        return is_grad_enabled() ? Pick(x, height, width) : Compare(x.narrow(2, 0, height / 2 * 2).narrow(3, 0, width / 2 * 2));
    }

    // Four pixels at a time in each register, but its way back would be slow.
    private static Tensor Compare(Tensor x)
    {
        // (batch, channels, height / 2, 2, width / 2, 2)
        var squares = x.unflatten(3, [-1, 2]).unflatten(2, [-1, 2]);
        var columns = maximum(squares.select(3, 0), squares.select(3, 1));
        return maximum(columns.select(4, 0), columns.select(4, 1));
    }

    // The places of the largest, then those places: libtorch's own gather brings the gradients back to them.
    private static Tensor Pick(Tensor x, long height, long width)
    {
        long[] shape = [x.shape[0], x.shape[1], height / 2, width / 2];
        var places = empty(shape, ScalarType.Int64);
        FindLargest(MemoryMarshal.Cast<byte, float>(x.bytes), MemoryMarshal.Cast<byte, long>(places.bytes), (int)height, (int)width);
        return x.flatten(2).gather(2, places.flatten(2)).view(shape);
    }

    /// <summary>For each square the place of its largest pixel within its picture; of equal ones the first.</summary>
    private static void FindLargest(ReadOnlySpan<float> pixels, Span<long> places, int height, int width)
    {
        var (rows, columns) = (height / 2, width / 2);
        for (var picture = 0; picture * rows * columns < places.Length; picture++)
        {
            var whole = pixels.Slice(picture * height * width, height * width);
            for (var row = 0; row < rows; row++)
            {
                var first = 2 * row * width;
                var upper = whole.Slice(first, 2 * columns);
                var lower = whole.Slice(first + width, 2 * columns);
                var found = places.Slice(((picture * rows) + row) * columns, columns);
                if (columns < Squares)
                {
                    FindOneByOne(upper, lower, found, first, width);
                    continue;
                }

                // The last ones may overlap those before, which finds the same again.
                for (var column = 0; column < columns; column += Squares)
                {
                    var at = Math.Min(column, columns - Squares);
                    FindFour(upper[(2 * at)..], lower[(2 * at)..], found[at..], first + (2 * at), width);
                }
            }
        }
    }

    /// <summary>
    /// Four squares at once, without a branch: which pixel is the largest is as good as random, and a wrong guess costs ten
    /// times a comparison.
    /// </summary>
    private static void FindFour(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, Span<long> found, int first, int width)
    {
        var lefts = Vector128.Create(0, 2, 4, 6);
        var (largest, next) = Unzip(upper);
        var place = lefts;
        Take(next, lefts + Vector128.Create(1), ref largest, ref place);
        var (below, beside) = Unzip(lower);
        Take(below, lefts + Vector128.Create(width), ref largest, ref place);
        Take(beside, lefts + Vector128.Create(width + 1), ref largest, ref place);
        place += Vector128.Create(first);
        Vector128.WidenLower(place).CopyTo(found);
        Vector128.WidenUpper(place).CopyTo(found[2..]);
    }

    // Not a number counts as the largest, so that a run that diverges is seen to.
    private static void Take(Vector128<float> values, Vector128<int> at, ref Vector128<float> largest, ref Vector128<int> place)
    {
        var larger = Vector128.GreaterThan(values, largest) | ~Vector128.Equals(values, values);
        largest = Vector128.ConditionalSelect(larger, values, largest);
        place = Vector128.ConditionalSelect(larger.AsInt32(), at, place);
    }

    /// <summary>The 1st, 3rd, 5th and 7th, and the 2nd, 4th, 6th and 8th.</summary>
    private static (Vector128<float> Left, Vector128<float> Right) Unzip(ReadOnlySpan<float> row)
    {
        var order = Vector128.Create(0, 2, 1, 3);
        var low = Vector128.Shuffle(Vector128.Create(row), order);
        var high = Vector128.Shuffle(Vector128.Create(row[4..]), order);
        return (Vector128.Create(low.GetLower(), high.GetLower()), Vector128.Create(low.GetUpper(), high.GetUpper()));
    }

    private static void FindOneByOne(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, Span<long> found, int first, int width)
    {
        for (var column = 0; column < found.Length; column++)
        {
            var at = 2 * column;
            var (largest, place) = (upper[at], at);
            (largest, place) = Larger(upper[at + 1], largest) ? (upper[at + 1], at + 1) : (largest, place);
            (largest, place) = Larger(lower[at], largest) ? (lower[at], at + width) : (largest, place);
            place = Larger(lower[at + 1], largest) ? at + 1 + width : place;
            found[column] = first + place;
        }
    }

    private static bool Larger(float value, float than) => value > than || float.IsNaN(value);
}
