using System.Numerics;
using System.Runtime.InteropServices;

namespace Classroom.Training.Optimizers;

/// <summary>
/// Stochastic gradient descent with momentum and weight decay, as PyTorch counts them: the first step has no momentum yet.
/// </summary>
internal sealed class SgdOptimizer(int weights, double momentum, double weightDecay) : Optimizer
{
    private readonly float[] velocity = new float[momentum > 0 ? weights : 0];

    public override IReadOnlyList<float[]> Memory => momentum > 0 ? [velocity] : [];

    public override void Step(Span<float> weights, Span<float> gradients, double learningRate)
    {
        Steps++;
        var (stepSize, keep, decay) = ((float)-learningRate, (float)momentum, (float)weightDecay);
        var width = Vector<float>.Count;
        var whole = weights.Length / width;
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var u = MemoryMarshal.Cast<float, Vector<float>>(velocity.AsSpan());
        for (var i = 0; i < whole; i++)
        {
            var step = g[i] + (w[i] * decay);
            if (momentum > 0)
            {
                step = u[i] = (u[i] * keep) + step;
            }

            w[i] += step * stepSize;
        }

        for (var i = whole * width; i < weights.Length; i++)
        {
            var step = gradients[i] + (weights[i] * decay);
            if (momentum > 0)
            {
                step = velocity[i] = (velocity[i] * keep) + step;
            }

            weights[i] += step * stepSize;
        }
    }
}
