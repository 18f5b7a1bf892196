using System.Buffers;
using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

/// <summary>
/// Fills memory that is then given back with NaN, so that an operation which reads what nobody has written does not find the
/// zeros that it happens to find in a fresh process.
/// </summary>
internal static class Poison
{
    // Floats, from a few to what the largest case of the check needs.
    private static readonly int[] Sizes = [16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536];

    public static void FreedMemory()
    {
        using var scope = NewDisposeScope();
        using var noNumber = float.NaN.ToScalar();
        foreach (var size in Sizes)
        {
            // Two of each, so that neighbors join into larger pieces when they are freed.
            _ = empty(size).fill_(noNumber);
            _ = empty(size + 8).fill_(noNumber);
            var rented = ArrayPool<float>.Shared.Rent(size);
            Array.Fill(rented, float.NaN);
            ArrayPool<float>.Shared.Return(rented);
        }
    }
}
