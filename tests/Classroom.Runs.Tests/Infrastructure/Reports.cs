using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;

namespace Classroom.Runs.Tests;

/// <summary>What an engine may find out about itself. The arithmetic behind all of them is this machine's.</summary>
internal static class Reports
{
    public static EngineReport Failing { get; } =
        Of("no setting") with { Passed = false, Faults = ["Convolution is wrong by 3 %.", "LSTM gives NaN."] };

    public static EngineReport SteppedDown { get; } = Of("own kernels") with { Faults = ["Convolution is wrong by 3 %."] };

    public static EngineReport Of(string setting, string processor = "Test processor") => new()
    {
        Processor = new Processor(processor, 2, ["AVX", "AVX2"], ["L1d 32K"]),
        Libraries = "TorchSharp 1, libtorch 2",
        Setting = setting,
        Passed = true,
        Time = TimeSpan.FromMilliseconds(420),
    };
}
