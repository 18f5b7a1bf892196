using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>
/// Numbers that libtorch reads, kept for good. TorchSharp does not hold on to a scalar that it makes of a number by itself, and
/// when the garbage collector comes while libtorch reads it, the run breaks off or, worse, computes with something else. So
/// every scalar is held by whoever passes it; a test reads the compiled code for those that nobody holds.
/// </summary>
internal static class Scalars
{
    public static Scalar One { get; } = 1.ToScalar();

    public static Scalar Two { get; } = 2.ToScalar();

    /// <summary>Of a pixel.</summary>
    public static Scalar White { get; } = 255f.ToScalar();

    /// <summary>The sum of two tensors; the operator + would make a scalar for the factor 1 of the second.</summary>
    public static Tensor Plus(this Tensor x, Tensor y) => x.add(y, One);
}
