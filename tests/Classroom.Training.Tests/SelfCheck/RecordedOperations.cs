using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Classroom.Training.Operations;

namespace Classroom.Training.Tests;

/// <summary>
/// The names of all operations that libtorch dispatches on this thread between start and dispose, in the forward and in the
/// backward pass: operators with their overload, such as <c>aten::mean.dim</c>, and autograd's nodes, such as
/// <c>AddmmBackward0</c>. Linux on x64 only.
/// </summary>
/// <remarks>
/// This is the hook of libtorch's profiler (ATen/record_function.h). TorchSharp does not offer it, so the C++ functions are
/// called by their mangled names. A few operators, such as <c>aten::size</c>, never report themselves; neither does what one
/// kernel calls inside libtorch without the dispatcher.
/// </remarks>
internal sealed unsafe partial class RecordedOperations : IDisposable
{
    private const string Library = "torch_cpu";

    // libtorch reports each backward node a second time under this name, which says nothing new.
    private const string Wrapper = "autograd::engine::evaluate_function";

    [ThreadStatic]
    private static SortedSet<string>? recording;

    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly ulong callback;
    private bool disposed;

    private RecordedOperations()
    {
        if (recording is not null)
        {
            throw new InvalidOperationException("Operations are being recorded on this thread already.");
        }

        recording = Names;
        callback = AddThreadLocalCallback(Callback.ForEveryScope(&Record));
    }

    /// <summary>In alphabetical order.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts recording on the calling thread, which must also be the one that disposes.</summary>
    /// <exception cref="PlatformNotSupportedException">This is not Linux on x64.</exception>
    public static RecordedOperations Start()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new PlatformNotSupportedException(
                "Operations can only be recorded on Linux on x64: the hook is called by its name and memory layout there.");
        }

        // Loads libtorch.
        TorchRuntime.Initialize();
        return IsRecordFunctionEnabled()
            ? new()
            : throw new InvalidOperationException("libtorch's hook for its profiler is switched off on this thread.");
    }

    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException("Operations are recorded on one thread, which must also end the recording.");
        }

        disposed = true;
        RemoveCallback(callback);
        recording = null;
    }

    // C++: std::unique_ptr<ObserverContext> (const RecordFunction&). The caller passes the address of the result first and gets
    // it back; an empty pointer means that nothing is to be called at the end of the operation.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint* Record(nint* result, nint function)
    {
        *result = 0;
        if (recording is { } names
            && Marshal.PtrToStringUTF8(GetName(function)) is { Length: > 0 } name
            && !name.StartsWith(Wrapper, StringComparison.Ordinal))
        {
            var overload = Marshal.PtrToStringUTF8(GetOverloadName(function));
            names.Add(string.IsNullOrEmpty(overload) ? name : $"{name}.{overload}");
        }

        return result;
    }

    [LibraryImport(Library, EntryPoint = "_ZN2at22addThreadLocalCallbackENS_22RecordFunctionCallbackE")]
    private static partial ulong AddThreadLocalCallback(Callback callback);

    [LibraryImport(Library, EntryPoint = "_ZN2at14removeCallbackEm")]
    private static partial void RemoveCallback(ulong callback);

    [LibraryImport(Library, EntryPoint = "_ZN2at23isRecordFunctionEnabledEv")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool IsRecordFunctionEnabled();

    [LibraryImport(Library, EntryPoint = "_ZNK2at14RecordFunction4nameEv")]
    private static partial nint GetName(nint function);

    [LibraryImport(Library, EntryPoint = "_ZNK2at14RecordFunction13overload_nameEv")]
    private static partial nint GetOverloadName(nint function);

    /// <summary>at::RecordFunctionCallback, 40 bytes; trivially copyable, so it is passed on the stack.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Callback
    {
        // Operators, backward nodes and eight others that only compiled models use.
        private const int ScopeCount = 10;

        private delegate* unmanaged[Cdecl]<nint*, nint, nint*> start;
        private nint end;
        private double samplingProbability;
        private fixed byte scopes[ScopeCount];
        private byte needsInputs;
        private byte needsOutputs;
        private byte needsIds;

        public static Callback ForEveryScope(delegate* unmanaged[Cdecl]<nint*, nint, nint*> start)
        {
            var callback = new Callback { start = start, samplingProbability = 1 };
            new Span<byte>(callback.scopes, ScopeCount).Fill(1);
            return callback;
        }
    }
}
