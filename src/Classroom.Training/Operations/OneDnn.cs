using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Classroom.Training.Operations;

/// <summary>
/// What of oneDNN, the library that libtorch leaves convolutions and LSTMs to, may be used. Version 3.7.1 computes wrong numbers
/// on some machines with AVX-512: NaN now and then where channels are padded to 16, and LSTMs outside training.
/// </summary>
internal static unsafe partial class OneDnn
{
    private const string Variable = "DNNL_MAX_CPU_ISA";
    private const string NewerVariable = "ONEDNN_MAX_CPU_ISA";
    private const string Widest = "AVX2";

    // The names that oneDNN 3.7 takes, in capitals or not.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL",
        "DEFAULT",
        "SSE41",
        "AVX",
        "AVX2",
        "AVX2_VNNI",
        "AVX2_VNNI_2",
        "AVX512_CORE",
        "AVX512_CORE_VNNI",
        "AVX512_CORE_BF16",
        "AVX512_CORE_FP16",
        "AVX512_CORE_AMX", "AVX512_CORE_AMX_FP16", "AVX10_1_512", "AVX10_1_512_AMX", "AVX10_1_512_AMX_FP16",
    };

    private static readonly Lazy<(nint Context, nint SetEnabled)> Switch = new(FindSwitch);

    /// <summary>The widest instructions that it may use, as its variable names them.</summary>
    public static string Limit => GivenLimit ?? Widest;

    /// <summary>True where <see cref="Enable"/> works: on Linux and macOS.</summary>
    public static bool CanDisable => Switch.Value.SetEnabled != 0;

    // The first one that is not empty counts.
    private static string? GivenLimit =>
        new[] { NewerVariable, Variable }.Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } given
        && Known.Contains(given) ? given.ToUpperInvariant() : null;

    /// <summary>
    /// Holds oneDNN to AVX2, unless whoever runs the program has set a limit that it knows: anything else it would take for no
    /// limit at all. It looks once, at the first thing it computes.
    /// </summary>
    public static void SetLimit()
    {
        if (GivenLimit is not null)
        {
            return;
        }

        foreach (var variable in new[] { NewerVariable, Variable })
        {
            // The runtime keeps an environment of its own on Linux and macOS; libraries see that of the C library.
            if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            {
                _ = SetVariable(variable, Widest, overwrite: 1);
            }

            Environment.SetEnvironmentVariable(variable, Widest);
        }
    }

    /// <summary>False where libtorch computes everything itself.</summary>
    public static bool IsEnabled { get; private set; } = true;

    /// <summary>Has the whole process use oneDNN, or libtorch's own code instead.</summary>
    public static void Enable(bool enabled)
    {
        if (CanDisable)
        {
            IsEnabled = enabled;
            ((delegate* unmanaged<nint, byte, void>)Switch.Value.SetEnabled)(Switch.Value.Context, enabled ? (byte)1 : (byte)0);
        }
    }

    // TorchSharp has no torch.backends.mkldnn, so this is at::globalContext().setUserEnabledMkldnn(bool) by its C++ name. The C++
    // names of Windows are built in another way.
    private static (nint Context, nint SetEnabled) FindSwitch()
    {
        var library = OperatingSystem.IsLinux() ? "libtorch_cpu.so" : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib" : null;
        return library is not null
            && NativeLibrary.TryLoad(library, typeof(TorchSharp.torch).Assembly, null, out var torch)
            && NativeLibrary.TryGetExport(torch, "_ZN2at13globalContextEv", out var context)
            && NativeLibrary.TryGetExport(torch, "_ZN2at7Context20setUserEnabledMkldnnEb", out var setEnabled)
                ? (((delegate* unmanaged<nint>)context)(), setEnabled)
                : default;
    }

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("macos")]
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
