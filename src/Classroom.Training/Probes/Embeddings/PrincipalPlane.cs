using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.Embeddings;

/// <summary>Principal component analysis down to two numbers, for a scatter that stands still while the network learns.</summary>
internal static class PrincipalPlane
{
    private const int Seed = 2_011;
    private const int Directions = 8;
    private const int Rounds = 6;

    /// <summary>
    /// The two directions of largest variance, by subspace iteration from fixed random directions (Halko, Martinsson and Tropp,
    /// 2011), which for a scatter is as good as exact and much faster.
    /// </summary>
    /// <param name="values">(examples, features) row by row.</param>
    /// <param name="examples">Rows.</param>
    /// <param name="features">Numbers in a row.</param>
    /// <returns>x and y by turns, around 0; and the share of the whole variance that they show, 0 to 1.</returns>
    public static (float[] Places, float Share) Project(float[] values, int examples, int features)
    {
        if (!values.All(float.IsFinite) || values.Max(Math.Abs) is not (> 0 and var largest))
        {
            return (new float[2 * examples], 0);
        }

        // (examples, features); scaled, so that squares of large numbers fit.
        // The scalar is kept until libtorch has read it, see Scalars.
        using var scale = largest.ToScalar();
        var x = tensor(values, examples, features) / scale;
        x -= x.mean([0]);
        using var start = new Generator(Seed, CPU);
        var q = randn(features, Math.Min(Directions, Math.Min(features, examples)), generator: start);
        for (var round = 0; round < Rounds; round++)
        {
            q = linalg.qr(x.t().mm(x.mm(q))).Q;
        }

        // (examples, directions); the last two of its own principal directions are the longest.
        var seen = x.mm(q);
        var (variances, axes) = linalg.eigh(seen.t().mm(seen));
        var plane = new float[2 * examples];
        var shown = 0f;
        for (var axis = 0; axis < Math.Min(2, (int)axes.shape[1]); axis++)
        {
            var from = (int)axes.shape[1] - 1 - axis;
            var along = MemoryMarshal.Cast<byte, float>((seen.mv(axes.select(1, from)) * scale).bytes);
            for (var i = 0; i < examples; i++)
            {
                plane[(2 * i) + axis] = along[i];
            }

            shown += variances[from].item<float>();
        }

        var whole = (x * x).sum().item<float>();
        return (plane, whole > 0 ? Math.Clamp(shown / whole, 0, 1) : 0);
    }

    /// <summary>
    /// Turns places, and mirrors them where need be, so that each lies as near as possible to where it was: which way the axes
    /// of such a plane point is chance (orthogonal Procrustes problem, Schönemann, 1966).
    /// </summary>
    /// <param name="last">Where they were, x and y by turns; all 0 where there was nothing yet.</param>
    /// <param name="places">Where they are.</param>
    public static void TurnTowards(ReadOnlySpan<float> last, Span<float> places)
    {
        double xx = 0, xy = 0, yx = 0, yy = 0;
        for (var i = 0; i < places.Length; i += 2)
        {
            xx += (double)places[i] * last[i];
            xy += (double)places[i] * last[i + 1];
            yx += (double)places[i + 1] * last[i];
            yy += (double)places[i + 1] * last[i + 1];
        }

        // The best turn, and the best turn after mirroring y; the longer one fits better.
        var turned = (Cos: xx + yy, Sin: xy - yx);
        var mirrored = (Cos: xx - yy, Sin: xy + yx);
        var mirror = Square(mirrored) > Square(turned);
        var (cos, sin) = mirror ? mirrored : turned;
        var length = Math.Sqrt(Square((cos, sin)));
        if (length == 0)
        {
            return;
        }

        (cos, sin) = (cos / length, sin / length);
        for (var i = 0; i < places.Length; i += 2)
        {
            var (x, y) = (places[i], mirror ? -places[i + 1] : places[i + 1]);
            (places[i], places[i + 1]) = ((float)((cos * x) - (sin * y)), (float)((sin * x) + (cos * y)));
        }
    }

    private static double Square((double Cos, double Sin) turn) => (turn.Cos * turn.Cos) + (turn.Sin * turn.Sin);
}
