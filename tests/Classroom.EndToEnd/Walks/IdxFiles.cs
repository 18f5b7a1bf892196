using System.Buffers.Binary;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>A small pair of IDX files: pictures of 12 × 12 with one bright row, and which row it is.</summary>
public static class IdxFiles
{
    public const int Count = 60;

    private const int Side = 12;
    private const int Classes = 10;

    public static FilePayload Pictures()
    {
        var bytes = new byte[16 + (Count * Side * Side)];
        Header(bytes, 0x803, Count, Side, Side);
        for (var example = 0; example < Count; example++)
        {
            bytes.AsSpan(16 + (example * Side * Side) + (Label(example) * Side), Side).Fill(230);
        }

        return File("rows-images-idx3-ubyte", bytes);
    }

    public static FilePayload Labels()
    {
        var bytes = new byte[8 + Count];
        Header(bytes, 0x801, Count);
        for (var example = 0; example < Count; example++)
        {
            bytes[8 + example] = (byte)Label(example);
        }

        return File("rows-labels-idx1-ubyte", bytes);
    }

    /// <summary>The file as a download that broke off leaves it.</summary>
    public static FilePayload Cut(FilePayload file) => File(file.Name, file.Buffer[..^100]);

    private static int Label(int example) => example % Classes;

    private static void Header(Span<byte> bytes, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            bytes = bytes[4..];
        }
    }

    private static FilePayload File(string name, byte[] bytes) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };
}
