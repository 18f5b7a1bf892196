using System.Buffers.Binary;

namespace Classroom.Training.Data.Import;

/// <summary>
/// The directory at the end of a ZIP, read entry by entry: a list of a million entries would take more memory than the
/// pictures. Format: PKWARE's APPNOTE.TXT, 4.3.12 to 4.3.16.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint End64LocatorSignature = 0x07064b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndLength = 22;
    private const int LocatorLength = 20;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;

    private readonly Stream zip;
    private readonly long start;

    private ZipDirectory(Stream zip, long start, long length, long count)
    {
        this.zip = zip;
        this.start = start;
        Length = length;
        Count = count;
    }

    /// <summary>Entries, as announced.</summary>
    public long Count { get; }

    public long Length { get; }

    /// <summary>Finds the directory.</summary>
    /// <exception cref="InvalidDataException">There is none; the message says what is wrong.</exception>
    public static ZipDirectory Find(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndLength + LongestComment)];
        var tailStart = zip.Length - tail.Length;
        Read(zip, tailStart, tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) == EndSignature)
            {
                var (count, length, start) = (ReadUInt16(end, 10), ReadUInt32(end, 12), ReadUInt32(end, 16));
                return count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue
                    ? Find64(zip, tailStart + at)
                    : Checked(zip, start, length, count);
            }
        }

        throw new InvalidDataException("The ZIP has no directory at its end: it is damaged or cut short. Pack it again.");
    }

    /// <summary>The entries in their order.</summary>
    /// <exception cref="InvalidDataException">The directory is damaged; the message says where.</exception>
    public IEnumerable<ZipEntry> Entries()
    {
        // A reader may look into a file between two entries.
        var reader = new BufferedStream(new WindowStream(zip, start, Length), 64 * 1024);
        var head = new byte[EntryLength];
        for (var number = 0L; number < Count; number++)
        {
            if (reader.ReadAtLeast(head, EntryLength, throwOnEndOfStream: false) < EntryLength || ReadUInt32(head, 0) != EntrySignature)
            {
                throw Damaged(number);
            }

            var name = new byte[ReadUInt16(head, 28)];
            var extra = new byte[ReadUInt16(head, 30)];
            var comment = ReadUInt16(head, 32);
            if (reader.ReadAtLeast(name, name.Length, throwOnEndOfStream: false) < name.Length
                || reader.ReadAtLeast(extra, extra.Length, throwOnEndOfStream: false) < extra.Length
                || reader.Position + comment > Length)
            {
                throw Damaged(number);
            }

            reader.Seek(comment, SeekOrigin.Current);
            yield return ToEntry(head, name, extra);
        }

        if (reader.Position != Length)
        {
            throw Damaged(Count);
        }
    }

    /// <summary>Reads exactly so many bytes.</summary>
    /// <exception cref="InvalidDataException">There are not so many.</exception>
    public static void Read(Stream zip, long position, Span<byte> target)
    {
        if (position < 0 || position > zip.Length - target.Length)
        {
            throw new InvalidDataException("It points to a place outside the file.");
        }

        zip.Position = position;
        zip.ReadExactly(target);
    }

    private static ZipDirectory Find64(Stream zip, long end)
    {
        Span<byte> locator = stackalloc byte[LocatorLength];
        Span<byte> end64 = stackalloc byte[56];
        Read(zip, end - LocatorLength, locator);
        var at = ReadUInt32(locator, 0) == End64LocatorSignature ? BinaryPrimitives.ReadInt64LittleEndian(locator[8..]) : -1;
        Read(zip, at, end64);
        return ReadUInt32(end64, 0) == End64Signature
            ? Checked(
                zip,
                BinaryPrimitives.ReadInt64LittleEndian(end64[48..]),
                BinaryPrimitives.ReadInt64LittleEndian(end64[40..]),
                BinaryPrimitives.ReadInt64LittleEndian(end64[32..]))
            : throw new InvalidDataException("The directory of the ZIP is damaged. Pack it again.");
    }

    private static ZipDirectory Checked(Stream zip, long start, long length, long count) =>
        start >= 0 && length >= 0 && count >= 0 && start <= zip.Length - length && count <= length / EntryLength
            ? new(zip, start, length, count)
            : throw new InvalidDataException("The directory of the ZIP is damaged: it does not fit into the file. Pack it again.");

    private static ZipEntry ToEntry(ReadOnlySpan<byte> head, byte[] name, byte[] extra)
    {
        var flags = ReadUInt16(head, 8);
        var method = ReadUInt16(head, 10);
        long packed = ReadUInt32(head, 20), unpacked = ReadUInt32(head, 24), position = ReadUInt32(head, 42);
        ReadLarge(extra, ref unpacked, ref packed, ref position);
        const int encrypted = 0x0001 | 0x0040 | 0x2000, aes = 99;
        return new(
            ZipNames.Decode(name, extra),
            position,
            packed,
            unpacked,
            method,
            ReadUInt32(head, 16),
            (flags & encrypted) != 0 || method == aes,
            (int)(ReadUInt32(head, 38) >> 16) & 0xf000);
    }

    // Numbers that do not fit into four bytes stand in the extra field 1, in this order, and only those.
    private static void ReadLarge(ReadOnlySpan<byte> extra, ref long unpacked, ref long packed, ref long position)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (ReadUInt16(extra, 0), ReadUInt16(extra, 2));
            var field = extra[4..][..Math.Min(length, extra.Length - 4)];
            if (id == 1)
            {
                Take(ref field, ref unpacked);
                Take(ref field, ref packed);
                Take(ref field, ref position);
                return;
            }

            extra = extra[(4 + field.Length)..];
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value == uint.MaxValue && field.Length >= 8)
            {
                value = BinaryPrimitives.ReadInt64LittleEndian(field);
                field = field[8..];
            }
        }
    }

    private static InvalidDataException Damaged(long number) =>
        new($"The directory of the ZIP is damaged at its entry {number + 1:N0}. Pack it again.");

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
