using System.Numerics;
using System.Runtime.InteropServices;

namespace Classroom.Training.Optimizers;

/// <summary>Adam (Kingma and Ba, 2014), algorithm 1, with weight decay added to the gradients as PyTorch does.</summary>
internal sealed class AdamOptimizer(int weights, double weightDecay) : Optimizer
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    // m and v of the paper: running means of the gradients and of their squares.
    private readonly float[] mean = new float[weights];
    private readonly float[] square = new float[weights];

    public override IReadOnlyList<float[]> Memory => [mean, square];

    public override void Step(Span<float> weights, Span<float> gradients, double learningRate)
    {
        Steps++;
        var stepSize = (float)(-learningRate / (1 - Math.Pow(Beta1, Steps)));
        var correction = (float)Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        var (beta1, beta2, decay) = ((float)Beta1, (float)Beta2, (float)weightDecay);
        var (rest1, rest2) = ((float)(1 - Beta1), (float)(1 - Beta2));
        var width = Vector<float>.Count;
        var whole = weights.Length / width;
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var m = MemoryMarshal.Cast<float, Vector<float>>(mean.AsSpan());
        var v = MemoryMarshal.Cast<float, Vector<float>>(square.AsSpan());
        for (var i = 0; i < whole; i++)
        {
            var gradient = g[i] + (w[i] * decay);
            m[i] = (m[i] * beta1) + (gradient * rest1);
            v[i] = (v[i] * beta2) + (gradient * gradient * rest2);
            w[i] += m[i] * stepSize / ((Vector.SquareRoot(v[i]) / new Vector<float>(correction)) + new Vector<float>(Epsilon));
        }

        for (var i = whole * width; i < weights.Length; i++)
        {
            var gradient = gradients[i] + (weights[i] * decay);
            mean[i] = (mean[i] * beta1) + (gradient * rest1);
            square[i] = (square[i] * beta2) + (gradient * gradient * rest2);
            weights[i] += mean[i] * stepSize / ((MathF.Sqrt(square[i]) / correction) + Epsilon);
        }
    }
}
