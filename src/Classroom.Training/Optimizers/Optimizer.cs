using Classroom.Training.Settings;

namespace Classroom.Training.Optimizers;

/// <summary>
/// Changes weights by their gradients, all in one pass over plain memory. Every operation is rounded on its own (nothing is
/// fused), so that processors with wider registers come to the same bits.
/// </summary>
internal abstract class Optimizer
{
    /// <summary>What it remembers between two steps, for a checkpoint: as many numbers each as there are weights.</summary>
    public abstract IReadOnlyList<float[]> Memory { get; }

    /// <summary>Steps done.</summary>
    public long Steps { get; set; }

    public static Optimizer Create(OptimizerConfig config, int weights) => config.Kind switch
    {
        OptimizerKind.Adam => new AdamOptimizer(weights, config.WeightDecay),
        _ => new SgdOptimizer(weights, config.Momentum, config.WeightDecay),
    };

    /// <summary>One step; the gradients stay as they are, for probes to look at.</summary>
    public abstract void Step(Span<float> weights, Span<float> gradients, double learningRate);

    /// <summary>
    /// Shortens the gradients, where all of them together are longer than <paramref name="norm"/> (Pascanu et al., 2013).
    /// </summary>
    public static void Clip(Span<float> gradients, double norm)
    {
        // Summed in order and in double precision: no width of register changes it.
        var squares = 0.0;
        foreach (var gradient in gradients)
        {
            squares += (double)gradient * gradient;
        }

        var scale = (float)(norm / (Math.Sqrt(squares) + 1e-6));
        if (scale < 1)
        {
            foreach (ref var gradient in gradients)
            {
                gradient *= scale;
            }
        }
    }
}
