using System.Buffers;
using System.Runtime.InteropServices;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>Zeros that go back to where they were borrowed.</summary>
internal sealed unsafe class ScratchMemory : IDisposable
{
    private readonly float[] numbers;
    private readonly GCHandle handle;

    public ScratchMemory(int length)
    {
        numbers = ArrayPool<float>.Shared.Rent(length);
        Array.Clear(numbers, 0, length);
        handle = GCHandle.Alloc(numbers, GCHandleType.Pinned);
        Start = (float*)handle.AddrOfPinnedObject();
    }

    public float* Start { get; }

    public Span<float> Span => numbers;

    public void Dispose()
    {
        handle.Free();
        ArrayPool<float>.Shared.Return(numbers);
    }
}
