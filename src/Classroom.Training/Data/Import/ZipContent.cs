using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Classroom.Training.Data.Import;

/// <summary>Unpacks single files of a ZIP into one buffer, and never more of them than they announced.</summary>
internal sealed class ZipContent(Stream zip)
{
    private const uint FileSignature = 0x04034b50;
    private const int HeadLength = 30;

    private byte[] buffer = new byte[256 * 1024];

    /// <summary>The content, valid until the next is read; or what is wrong with it.</summary>
    public string? Read(ZipEntry entry, out ReadOnlyMemory<byte> content)
    {
        content = default;
        try
        {
            using var unpacked = Open(entry);
            var length = (int)entry.UnpackedBytes;
            if (buffer.Length < length + 1)
            {
                buffer = new byte[length + 1];
            }

            // One byte more tells whether the announced length is true, without unpacking what comes after it.
            var read = unpacked.ReadAtLeast(buffer.AsSpan(0, length + 1), length + 1, throwOnEndOfStream: false);
            if (read != length)
            {
                return read > length
                    ? $"It unpacks to more than the {length:N0} bytes that it announces."
                    : $"It ends after {read:N0} of {length:N0} bytes.";
            }

            content = buffer.AsMemory(0, length);
            return Crc32.HashToUInt32(content.Span) == entry.Crc ? null : "Its checksum does not fit: it is damaged.";
        }
        catch (InvalidDataException)
        {
            return "It cannot be unpacked: it is damaged.";
        }
    }

    private Stream Open(ZipEntry entry)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        ZipDirectory.Read(zip, entry.Position, head);
        var start = entry.Position + HeadLength + BinaryPrimitives.ReadUInt16LittleEndian(head[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != FileSignature || start > zip.Length - entry.PackedBytes)
        {
            throw new InvalidDataException("There is no file at this place.");
        }

        var packed = new WindowStream(zip, start, entry.PackedBytes);
        return entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }
}
