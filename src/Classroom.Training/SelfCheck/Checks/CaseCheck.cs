using System.Globalization;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

/// <summary>Computes a case twice and compares it with what the plain formulas say.</summary>
internal static class CaseCheck
{
    /// <summary>Of the largest number in a part: what rounding to 32 bits may make of it.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>What is wrong, in a sentence without its subject; null where nothing is.</summary>
    public static string? FindFault(CheckCase given)
    {
        IReadOnlyList<float[]> first, second;
        try
        {
            (first, second) = (Compute(given), Compute(given));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What libtorch adds in further lines is where it stood, not what it found.
            return $"failed with “{fault.Message.Trim().Split('\n')[0]}”";
        }

        var expected = given.Expect();
        for (var part = 0; part < given.Parts.Count; part++)
        {
            if (Compare(first[part], second[part], expected[part]) is { } wrong)
            {
                return $"{given.Parts[part]} {wrong}";
            }
        }

        return null;
    }

    private static IReadOnlyList<float[]> Compute(CheckCase given)
    {
        Poison.FreedMemory();
        using var scope = NewDisposeScope();
        return given.Compute();
    }

    private static string? Compare(float[] first, float[] second, double[] expected)
    {
        if (first.Length != expected.Length)
        {
            return $"has {first.Length} numbers instead of {expected.Length}";
        }

        if (!first.AsSpan().SequenceEqual(second) && !first.Any(float.IsNaN))
        {
            return "differs when it is computed again";
        }

        var (largest, worst) = (1.0, 0.0);
        for (var i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
            var off = Math.Abs(first[i] - expected[i]);
            if (!double.IsFinite(off))
            {
                return "is not a number";
            }

            worst = Math.Max(worst, off);
        }

        return worst > Tolerance * largest
            ? string.Create(CultureInfo.InvariantCulture, $"is off by {worst:0.######} where {Tolerance * largest:0.######} is allowed")
            : null;
    }
}
