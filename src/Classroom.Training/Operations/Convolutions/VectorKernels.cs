using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>
/// The two inner loops of <see cref="VectorConvolution"/>. Always eight numbers at a time, whatever the processor has: each
/// lane adds up in the same order on every machine.
/// </summary>
internal static unsafe class VectorKernels
{
    /// <summary>How many numbers are computed at a time.</summary>
    public const int Lanes = 8;

    /// <summary>A product is added with one rounding, as processors since about 2013 do.</summary>
    public static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;

    /// <summary>
    /// outputs[o][p] = start[o] + Σ over t of weights[o][t] × inputs[offsets[t] + p]. Writes up to 7 numbers past the end of
    /// each row of outputs, and reads as many past the last input.
    /// </summary>
    /// <param name="inputs">May be read before its start, where offsets are negative.</param>
    /// <param name="offsets">One for each tap.</param>
    /// <param name="taps">How many weights an output has.</param>
    /// <param name="weights">(rows, taps)</param>
    /// <param name="start">(rows), or null for zeros.</param>
    /// <param name="outputs">(rows), each <paramref name="stride"/> after the one before.</param>
    /// <param name="rows">Outputs at each place.</param>
    /// <param name="stride">From one row of outputs to the next.</param>
    /// <param name="length">Places.</param>
    public static void Correlate(
        float* inputs, int* offsets, int taps, float* weights, float* start, float* outputs, int rows, int stride, int length)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            Correlate<Four>(
                inputs,
                offsets,
                taps,
                weights + (row * taps),
                start == null ? null : start + row,
                outputs + (row * stride),
                stride,
                length);
        }

        for (; row < rows; row++)
        {
            Correlate<One>(
                inputs,
                offsets,
                taps,
                weights + (row * taps),
                start == null ? null : start + row,
                outputs + (row * stride),
                stride,
                length);
        }
    }

    private static void Correlate<TRows>(
        float* inputs, int* offsets, int taps, float* weights, float* start, float* outputs, int stride, int length)
        where TRows : ICount
    {
        var place = 0;
        for (; place + (2 * Lanes) < length; place += 3 * Lanes)
        {
            CorrelateBlock<TRows, Three>(inputs + place, offsets, taps, weights, start, outputs + place, stride);
        }

        if (place + Lanes < length)
        {
            CorrelateBlock<TRows, Two>(inputs + place, offsets, taps, weights, start, outputs + place, stride);
        }
        else if (place < length)
        {
            CorrelateBlock<TRows, One>(inputs + place, offsets, taps, weights, start, outputs + place, stride);
        }
    }

    // Four rows of three vectors fill the sixteen registers of AVX2: twelve sums, three inputs, one weight. What a count makes
    // superfluous is gone when this is compiled, for each pair of counts apart.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CorrelateBlock<TRows, TVectors>(
        float* inputs, int* offsets, int taps, float* weights, float* start, float* outputs, int stride)
        where TRows : ICount
        where TVectors : ICount
    {
        Vector256<float> a0, a1, a2, b0, b1, b2, c0, c1, c2, d0, d1, d2;
        a0 = a1 = a2 = start == null ? default : Vector256.Create(start[0]);
        b0 = b1 = b2 = start == null || TRows.Value == 1 ? default : Vector256.Create(start[1]);
        c0 = c1 = c2 = start == null || TRows.Value == 1 ? default : Vector256.Create(start[2]);
        d0 = d1 = d2 = start == null || TRows.Value == 1 ? default : Vector256.Create(start[3]);
        var second = weights + taps;
        var third = second + taps;
        var fourth = third + taps;
        for (var tap = 0; tap < taps; tap++)
        {
            var x = inputs + offsets[tap];
            var x0 = Vector256.Load(x);
            var x1 = TVectors.Value > 1 ? Vector256.Load(x + Lanes) : default;
            var x2 = TVectors.Value > 2 ? Vector256.Load(x + (2 * Lanes)) : default;
            Add<TVectors>(weights[tap], x0, x1, x2, ref a0, ref a1, ref a2);
            if (TRows.Value > 1)
            {
                Add<TVectors>(second[tap], x0, x1, x2, ref b0, ref b1, ref b2);
                Add<TVectors>(third[tap], x0, x1, x2, ref c0, ref c1, ref c2);
                Add<TVectors>(fourth[tap], x0, x1, x2, ref d0, ref d1, ref d2);
            }
        }

        Store<TVectors>(outputs, a0, a1, a2);
        if (TRows.Value > 1)
        {
            Store<TVectors>(outputs + stride, b0, b1, b2);
            Store<TVectors>(outputs + (2 * stride), c0, c1, c2);
            Store<TVectors>(outputs + (3 * stride), d0, d1, d2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TVectors>(
        float weight,
        Vector256<float> x0,
        Vector256<float> x1,
        Vector256<float> x2,
        ref Vector256<float> y0,
        ref Vector256<float> y1,
        ref Vector256<float> y2)
        where TVectors : ICount
    {
        var w = Vector256.Create(weight);
        y0 = Vector256.MultiplyAddEstimate(x0, w, y0);
        y1 = TVectors.Value > 1 ? Vector256.MultiplyAddEstimate(x1, w, y1) : y1;
        y2 = TVectors.Value > 2 ? Vector256.MultiplyAddEstimate(x2, w, y2) : y2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors>(float* to, Vector256<float> first, Vector256<float> second, Vector256<float> third)
        where TVectors : ICount
    {
        first.Store(to);
        if (TVectors.Value > 1)
        {
            second.Store(to + Lanes);
        }

        if (TVectors.Value > 2)
        {
            third.Store(to + (2 * Lanes));
        }
    }

    /// <summary>
    /// sums[r][t] += Σ over p of gradients[r][p] × inputs[offsets[t] + p], eight lanes each that are to be added up at the end.
    /// Reads up to 7 numbers past the end of a row of gradients, which must be zero, and of the inputs, which must be finite.
    /// </summary>
    /// <param name="inputs">What the weights met on the way forward.</param>
    /// <param name="offsets">One for each tap, and so many more that their number is a multiple of 3.</param>
    /// <param name="taps">A multiple of 3.</param>
    /// <param name="gradients">(rows), each <paramref name="stride"/> after the one before.</param>
    /// <param name="rows">Outputs at each place, a multiple of 4.</param>
    /// <param name="stride">From one row of gradients to the next.</param>
    /// <param name="length">Places.</param>
    /// <param name="sums">(rows, taps, 8)</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(float* inputs, int* offsets, int taps, float* gradients, int rows, int stride, int length, float* sums)
    {
        for (var row = 0; row < rows; row += 4)
        {
            var g = gradients + (row * stride);
            for (var tap = 0; tap < taps; tap += 3)
            {
                var x0 = inputs + offsets[tap];
                var x1 = inputs + offsets[tap + 1];
                var x2 = inputs + offsets[tap + 2];
                var a = sums + (((row * taps) + tap) * Lanes);
                var b = a + (taps * Lanes);
                var c = b + (taps * Lanes);
                var d = c + (taps * Lanes);
                var a0 = Vector256.Load(a);
                var a1 = Vector256.Load(a + Lanes);
                var a2 = Vector256.Load(a + (2 * Lanes));
                var b0 = Vector256.Load(b);
                var b1 = Vector256.Load(b + Lanes);
                var b2 = Vector256.Load(b + (2 * Lanes));
                var c0 = Vector256.Load(c);
                var c1 = Vector256.Load(c + Lanes);
                var c2 = Vector256.Load(c + (2 * Lanes));
                var d0 = Vector256.Load(d);
                var d1 = Vector256.Load(d + Lanes);
                var d2 = Vector256.Load(d + (2 * Lanes));
                for (var place = 0; place < length; place += Lanes)
                {
                    var (v0, v1, v2) = (Vector256.Load(x0 + place), Vector256.Load(x1 + place), Vector256.Load(x2 + place));
                    var gradient = Vector256.Load(g + place);
                    a0 = Vector256.MultiplyAddEstimate(v0, gradient, a0);
                    a1 = Vector256.MultiplyAddEstimate(v1, gradient, a1);
                    a2 = Vector256.MultiplyAddEstimate(v2, gradient, a2);
                    gradient = Vector256.Load(g + stride + place);
                    b0 = Vector256.MultiplyAddEstimate(v0, gradient, b0);
                    b1 = Vector256.MultiplyAddEstimate(v1, gradient, b1);
                    b2 = Vector256.MultiplyAddEstimate(v2, gradient, b2);
                    gradient = Vector256.Load(g + (2 * stride) + place);
                    c0 = Vector256.MultiplyAddEstimate(v0, gradient, c0);
                    c1 = Vector256.MultiplyAddEstimate(v1, gradient, c1);
                    c2 = Vector256.MultiplyAddEstimate(v2, gradient, c2);
                    gradient = Vector256.Load(g + (3 * stride) + place);
                    d0 = Vector256.MultiplyAddEstimate(v0, gradient, d0);
                    d1 = Vector256.MultiplyAddEstimate(v1, gradient, d1);
                    d2 = Vector256.MultiplyAddEstimate(v2, gradient, d2);
                }

                Store<Three>(a, a0, a1, a2);
                Store<Three>(b, b0, b1, b2);
                Store<Three>(c, c0, c1, c2);
                Store<Three>(d, d0, d1, d2);
            }
        }
    }

    private interface ICount
    {
        static abstract int Value { get; }
    }

    private readonly struct One : ICount
    {
        public static int Value => 1;
    }

    private readonly struct Two : ICount
    {
        public static int Value => 2;
    }

    private readonly struct Three : ICount
    {
        public static int Value => 3;
    }

    private readonly struct Four : ICount
    {
        public static int Value => 4;
    }
}
