using Classroom.Training.Build;
using TorchSharp;

namespace Classroom.Training.Tests;

public sealed class NativeLibraryTests
{
    private static string LibTorchSharp => Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native/libLibTorchSharp.so");

    [Fact]
    public void Libtorch_loads_and_computes()
    {
        using var x = torch.ones(2, 3);
        using var sum = x.sum();
        Assert.Equal(6f, sum.item<float>());
    }

    [Fact]
    public void Weakening_changes_one_flag_once()
    {
        var strict = File.ReadAllBytes(LibTorchSharp);
        var flags = GlibcxxRequirement.FindFlags(strict);
        Assert.True(flags > 0, "the library no longer names the version: drop the mending step");
        strict[flags] = 0;

        var weak = strict.ToArray();
        Assert.True(GlibcxxRequirement.Weaken(weak));
        Assert.Equal([flags], Enumerable.Range(0, weak.Length).Where(i => weak[i] != strict[i]));
        Assert.False(GlibcxxRequirement.Weaken(weak));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    public void Weakening_leaves_other_files_alone(int length) => Assert.False(GlibcxxRequirement.Weaken(new byte[length]));
}
