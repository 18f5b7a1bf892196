using Classroom.School.Runs;

namespace Classroom.School.Tests;

/// <summary>What may compute a run, for tests that only need something.</summary>
internal static class Engines
{
    public static RunEngine First { get; } = new("library, AVX2", "Old processor");

    public static RunEngine Second { get; } = new("own kernels", "Old processor");

    public static RunEngine Elsewhere { get; } = new("own kernels", "New processor");
}
