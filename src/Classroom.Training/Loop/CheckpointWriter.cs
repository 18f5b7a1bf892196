using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Classroom.Training.Loop;

/// <summary>Writes a checkpoint: signature and version, then whatever the run puts in, then SHA-256 of it all.</summary>
internal sealed class CheckpointWriter : IDisposable
{
    /// <summary>2 has the weights of the best epoch at its end.</summary>
    internal const byte Version = 2;

    private readonly MemoryStream stream = new();
    private readonly BinaryWriter writer;

    public CheckpointWriter()
    {
        writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Signature);
        writer.Write(Version);
    }

    internal static ReadOnlySpan<byte> Signature => "CLCP"u8;

    public void Write(string value) => writer.Write(value);

    public void Write(int value) => writer.Write(value);

    public void Write(long value) => writer.Write(value);

    public void Write(float value) => writer.Write(value);

    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>The whole checkpoint; nothing can be written after it.</summary>
    public byte[] ToBytes()
    {
        writer.Flush();
        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    public void Dispose()
    {
        writer.Dispose();
        stream.Dispose();
    }
}
