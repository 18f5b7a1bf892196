using Classroom.Training.Operations;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

/// <summary>Computes on libtorch's graph what a <see cref="CheckCase"/> asks for.</summary>
internal static class Graph
{
    /// <summary>What goes in, as a leaf of the graph.</summary>
    public static Tensor Leaf(float[] numbers, bool learns, params long[] shape) => Aligned(numbers, shape).requires_grad_(learns);

    /// <summary>
    /// A copy in memory of libtorch's own. A tensor made of an array lies where the array lies, and how libtorch's matrix
    /// products round depends on how memory is aligned.
    /// </summary>
    public static Tensor Aligned(float[] numbers, params long[] shape) => tensor(numbers, shape).clone();

    /// <summary>The result of an operation.</summary>
    public static float[] Read(Tensor tensor) => tensor.contiguous().data<float>().ToArray();

    /// <summary>The result of an operation, and how Σ result × gradient changes with each leaf that learns.</summary>
    public static IReadOnlyList<float[]> Train(Func<Tensor> operation, float[] gradient, params Tensor[] leaves)
    {
        // Whoever needs the engine first may be in the middle of evaluating.
        using var gradients = enable_grad();
        var y = operation();
        var result = Read(y.detach());
        y.PassBack(Aligned(gradient, y.shape));
        return [result, .. leaves.Where(leaf => leaf.requires_grad).Select(leaf => Read(leaf.grad!))];
    }

    /// <summary>The result of an operation outside training.</summary>
    public static IReadOnlyList<float[]> Evaluate(Func<Tensor> operation)
    {
        using var noGradients = no_grad();
        return [Read(operation())];
    }
}
