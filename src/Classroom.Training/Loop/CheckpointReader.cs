using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Classroom.Training.Settings;

namespace Classroom.Training.Loop;

/// <summary>Reads what <see cref="CheckpointWriter"/> wrote, and nothing that differs from it by one bit.</summary>
internal sealed class CheckpointReader : IDisposable
{
    private readonly BinaryReader reader;

    /// <exception cref="InvalidDataException">The bytes are damaged, cut short or of another version.</exception>
    public CheckpointReader(byte[] bytes)
    {
        var start = CheckpointWriter.Signature.Length;
        if (bytes.Length < start + 1 + SHA256.HashSizeInBytes || !bytes.AsSpan().StartsWith(CheckpointWriter.Signature))
        {
            throw new InvalidDataException("These bytes are no checkpoint.");
        }

        var content = bytes.AsSpan(..^SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
        {
            throw new InvalidDataException("The checkpoint is damaged: its checksum does not fit.");
        }

        if (bytes[start] is < 1 or > CheckpointWriter.Version)
        {
            throw new InvalidDataException(
                $"The checkpoint has version {bytes[start]}; only versions 1 to {CheckpointWriter.Version} can be read.");
        }

        Version = bytes[start];

        reader = new BinaryReader(new MemoryStream(bytes, start + 1, content.Length - start - 1), Encoding.UTF8);
    }

    /// <summary>The checkpoint of a run with this config; what comes next in it is the run's state.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, cut short, of another version or of another config.</exception>
    public static CheckpointReader Open(byte[] bytes, TrainingConfig config)
    {
        var reader = new CheckpointReader(bytes);
        try
        {
            return reader.ReadString() == config.ToJson()
                ? reader
                : throw new InvalidDataException("The checkpoint is of another config.");
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Whether <see cref="Open"/> takes these bytes.</summary>
    public static bool CanOpen(byte[] bytes, TrainingConfig config)
    {
        try
        {
            Open(bytes, config).Dispose();
            return true;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            return false;
        }
    }

    /// <summary>1 for a run that was saved before its best weights could be kept.</summary>
    public byte Version { get; }

    public string ReadString() => reader.ReadString();

    public int ReadInt32() => reader.ReadInt32();

    public long ReadInt64() => reader.ReadInt64();

    public float ReadSingle() => reader.ReadSingle();

    public T[] ReadArray<T>()
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>Fills what has its length already.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer values.</exception>
    public void ReadInto<T>(Span<T> values)
        where T : unmanaged
    {
        if (reader.ReadInt32() != values.Length)
        {
            throw new InvalidDataException("The checkpoint is of another network.");
        }

        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    public void Dispose() => reader.Dispose();
}
