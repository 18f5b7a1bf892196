using System.Runtime.InteropServices;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

[Collection(nameof(ProcessWide))]
public sealed partial class OneDnnTests : IDisposable
{
    public void Dispose() => OneDnn.Enable(Engine.Setting.UsesOneDnn);

    [Fact]
    public void The_limit_is_in_the_environment_that_libraries_see()
    {
        Assert.True(Engine.Report.Passed);

        Assert.Equal(OneDnn.Limit, Read("ONEDNN_MAX_CPU_ISA") ?? Read("DNNL_MAX_CPU_ISA"), ignoreCase: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LibTorch_leaves_LSTMs_to_it_only_while_it_is_enabled(bool enabled)
    {
        OneDnn.Enable(enabled);
        using var operations = RecordedOperations.Start();
        using (NewDisposeScope())
        using (no_grad())
        using (var lstm = nn.LSTM(3, 4, batchFirst: true))
        {
            lstm.eval();
            _ = lstm.forward(zeros(2, 5, 3));
        }

        Assert.Equal(enabled, operations.Names.Contains("aten::mkldnn_rnn_layer"));
        Assert.Equal(enabled, OneDnn.IsEnabled);
    }

    private static string? Read(string variable) => Marshal.PtrToStringUTF8(ReadVariable(variable));

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ReadVariable(string name);
}
