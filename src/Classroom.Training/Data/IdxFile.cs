using System.Buffers.Binary;
using System.IO.Compression;

namespace Classroom.Training;

/// <summary>
/// One IDX file: a magic number, the length of each dimension (4 bytes each, most significant first), then one byte a value.
/// </summary>
internal sealed record IdxFile(string Name, bool HasPictures, int Count, int Height, int Width, byte[] Values)
{
    private const int PicturesMagic = 0x00000803;
    private const int LabelsMagic = 0x00000801;
    private const int FirstBuffer = 1 << 20;

    /// <summary>Where the values begin.</summary>
    public int HeaderLength => HasPictures ? 16 : 8;

    // Gives null after adding to the errors; takes what the file unpacks to from the budget of both files.
    public static IdxFile? Read(string name, Stream content, IdxLimits limits, ref long budget, List<ImportError> errors)
    {
        try
        {
            var peeked = new PeekedStream(content);
            if (peeked.Head is not [0x1f, 0x8b])
            {
                return ReadUnpacked(name, peeked, limits, ref budget, errors);
            }

            using var unpacked = new GZipStream(peeked, CompressionMode.Decompress);
            return ReadUnpacked(name, unpacked, limits, ref budget, errors);
        }
        catch (InvalidDataException)
        {
            errors.Add(new(name, null, "The file begins like a gzip file, but cannot be unpacked: it is damaged or cut short. Pack it again, or upload it unpacked."));
            return null;
        }
    }

    private static IdxFile? ReadUnpacked(string name, Stream stream, IdxLimits limits, ref long budget, List<ImportError> errors)
    {
        var header = new byte[16];
        var got = stream.ReadAtLeast(header.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        if (got < 4)
        {
            errors.Add(new(name, got, got == 0
                ? "The file is empty; expected 4 bytes that say what it holds."
                : $"The file ends after {got} bytes; expected 4 that say what it holds."));
            return null;
        }

        var magic = BinaryPrimitives.ReadInt32BigEndian(header);
        if (magic is not (PicturesMagic or LabelsMagic))
        {
            errors.Add(new(name, 0, $"Expected the number {PicturesMagic} (pictures) or {LabelsMagic} (labels), both of one byte a value, but found {unchecked((uint)magic)}. Is this an IDX file?"));
            return null;
        }

        var pictures = magic == PicturesMagic;
        var headerLength = pictures ? 16 : 8;
        got = 4 + stream.ReadAtLeast(header.AsSpan(4, headerLength - 4), headerLength - 4, throwOnEndOfStream: false);
        if (got < headerLength)
        {
            errors.Add(new(name, got, $"The file ends after {got} bytes, in the middle of its header of {headerLength}."));
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
        var (height, width) = pictures
            ? (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8)), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)))
            : (1u, 1u);
        var faults = errors.Count;
        CheckHeader(name, count, height, width, limits, errors);
        if (errors.Count > faults)
        {
            return null;
        }

        var expected = count * (long)height * width;
        if (headerLength + expected > budget)
        {
            errors.Add(new(name, 4, $"The header announces {expected:N0} bytes of values; both files together may have at most {limits.MaxUnpackedBytes:N0} bytes unpacked."));
            return null;
        }

        budget -= headerLength + expected;
        var values = ReadValues(stream, (int)expected);
        if (values.Length < expected)
        {
            errors.Add(new(name, headerLength + values.Length, $"The file ends here, but its header announces {expected:N0} values: {expected - values.Length:N0} bytes are missing."));
            return null;
        }

        if (stream.ReadByte() >= 0)
        {
            errors.Add(new(name, headerLength + expected, $"There are more bytes here, but the header announces only {expected:N0} values, which end before."));
            return null;
        }

        return new(name, pictures, (int)count, (int)height, (int)width, values);
    }

    private static void CheckHeader(string name, uint count, uint height, uint width, IdxLimits limits, List<ImportError> errors)
    {
        if (count < 2)
        {
            errors.Add(new(name, 4, $"The file holds {count} examples; at least 2 are needed, one to train and one to validate."));
        }
        else if (count > limits.MaxExamples)
        {
            errors.Add(new(name, 4, $"The file announces {count:N0} examples; at most {limits.MaxExamples:N0} are allowed."));
        }

        foreach (var (at, what, length) in new[] { (8, "rows", height), (12, "columns", width) })
        {
            if (length < 1 || length > limits.MaxSide)
            {
                errors.Add(new(name, at, $"Pictures have {length:N0} {what}; expected 1 to {limits.MaxSide}."));
            }
        }
    }

    // Grows with what really comes, so that a header alone cannot take memory.
    private static byte[] ReadValues(Stream stream, int expected)
    {
        var values = new byte[Math.Min(expected, FirstBuffer)];
        var length = 0;
        while (true)
        {
            length += stream.ReadAtLeast(values.AsSpan(length), values.Length - length, throwOnEndOfStream: false);
            if (length < values.Length)
            {
                return values[..length];
            }

            if (length == expected)
            {
                return values;
            }

            Array.Resize(ref values, (int)Math.Min(expected, values.Length * 2L));
        }
    }
}
