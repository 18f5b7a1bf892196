using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;

namespace Classroom.Web.Tests.Hosting;

/// <summary>The whole program on a machine that computes wrongly.</summary>
public sealed class UnfitHost : IAsyncDisposable
{
    public static EngineReport Report { get; } = new()
    {
        Processor = new Processor("Broken processor", 2, ["AVX2", "AVX-512"], []),
        Libraries = "TorchSharp 1, libtorch 2",
        Setting = "no setting",
        Faults = ["Convolution is wrong by 3 %.", "LSTM gives NaN."],
        Passed = false,
        Time = TimeSpan.FromMilliseconds(420),
    };

    public ClassroomHost Classroom { get; } = new() { Check = () => Report };

    public ValueTask DisposeAsync() => Classroom.DisposeAsync();
}
