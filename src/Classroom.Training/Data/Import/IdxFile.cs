using System.Buffers.Binary;
using System.IO.Compression;
using Classroom.Naming;

namespace Classroom.Training.Data.Import;

/// <summary>
/// One IDX file: a magic number, the length of each dimension (4 bytes each, most significant first), then one byte a value.
/// Pictures are unpacked to a temporary file; there are few enough labels for memory.
/// </summary>
internal sealed record IdxFile(string Name, int Count, int Height, int Width, ExampleFile? Pictures, byte[] Labels) : IDisposable
{
    private const int PicturesMagic = 0x00000803;
    private const int LabelsMagic = 0x00000801;
    private const int Buffer = 64 * 1024;

    /// <summary>Where the values begin.</summary>
    public int HeaderLength => Pictures is null ? 8 : 16;

    // Gives null after adding to the faults; takes what the file unpacks to from the budget of both files.
    public static IdxFile? Read(string name, Stream content, Upload upload, ref long budget)
    {
        try
        {
            if (!UploadFormat.IsGzip(content))
            {
                return ReadUnpacked(name, content, upload, ref budget);
            }

            using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
            return ReadUnpacked(name, unpacked, upload, ref budget);
        }
        catch (InvalidDataException)
        {
            upload.Faults.Add(
                name,
                "The file begins like a gzip file, but cannot be unpacked: it is damaged or cut short. Pack it again, or upload it "
                    + "unpacked.");
            return null;
        }
    }

    /// <summary>Whether an IDX file is in the gzip file; also where that is too damaged to say.</summary>
    public static bool IsIn(Stream gzip)
    {
        try
        {
            var head = new byte[4];
            using var unpacked = new GZipStream(gzip, CompressionMode.Decompress, leaveOpen: true);
            return unpacked.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
                && BinaryPrimitives.ReadInt32BigEndian(head) is PicturesMagic or LabelsMagic;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    public void Dispose() => Pictures?.Dispose();

    private static IdxFile? ReadUnpacked(string name, Stream stream, Upload upload, ref long budget)
    {
        var header = new byte[16];
        var got = stream.ReadAtLeast(header.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        if (got < 4)
        {
            upload.Faults.Add(
                name,
                got == 0
                    ? "The file is empty; expected 4 bytes that say what it holds."
                    : $"The file ends after {Counted.Format(got, "byte")}; expected 4 that say what it holds.",
                at: got);
            return null;
        }

        var magic = BinaryPrimitives.ReadInt32BigEndian(header);
        if (magic is not (PicturesMagic or LabelsMagic))
        {
            upload.Faults.Add(
                name,
                $"Expected the number {PicturesMagic} (pictures) or {LabelsMagic} (labels), both with one byte per value, but found "
                    + $"{unchecked((uint)magic)}. Is this an IDX file?",
                at: 0);
            return null;
        }

        var pictures = magic == PicturesMagic;
        var headerLength = pictures ? 16 : 8;
        got = 4 + stream.ReadAtLeast(header.AsSpan(4, headerLength - 4), headerLength - 4, throwOnEndOfStream: false);
        if (got < headerLength)
        {
            upload.Faults.Add(name, $"The file ends after {got} bytes, in the middle of its header of {headerLength}.", at: got);
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
        var (height, width) = pictures
            ? (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8)), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)))
            : (1u, 1u);
        var faults = upload.Faults.Count;
        CheckHeader(name, count, height, width, upload);
        if (upload.Faults.Count > faults)
        {
            return null;
        }

        var expected = count * (long)height * width;
        if (headerLength + expected > budget)
        {
            upload.Faults.Add(
                name,
                $"The header announces {expected:N0} bytes of values; both files together may have at most "
                    + $"{upload.Limits.MaxUnpackedBytes:N0} bytes unpacked.",
                at: 4);
            return null;
        }

        budget -= headerLength + expected;
        var examples = pictures ? new ExampleFile(upload.Options.TemporaryFolder) : null;
        try
        {
            using var labels = pictures ? null : new MemoryStream();
            if (!CopyValues(name, stream, examples?.Stream ?? labels!, headerLength, expected, upload))
            {
                examples?.Dispose();
                return null;
            }

            return new(name, (int)count, (int)height, (int)width, examples, labels?.ToArray() ?? []);
        }
        catch
        {
            examples?.Dispose();
            throw;
        }
    }

    // What really comes counts, so that a header alone takes neither memory nor disk.
    private static bool CopyValues(string name, Stream stream, Stream target, int headerLength, long expected, Upload upload)
    {
        var buffer = new byte[Buffer];
        var copied = 0L;
        while (copied < expected)
        {
            upload.Cancellation.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, expected - copied));
            if (read == 0)
            {
                upload.Faults.Add(
                    name,
                    $"The file ends here, but its header announces {expected:N0} values: {Counted.Format(expected - copied, "byte")} "
                        + $"{(expected - copied == 1 ? "is" : "are")} missing.",
                    at: headerLength + copied);
                return false;
            }

            target.Write(buffer, 0, read);
            copied += read;
        }

        if (stream.ReadByte() >= 0)
        {
            upload.Faults.Add(
                name,
                $"There are more bytes here, but the header announces only {Counted.Format(expected, "value")}, which end before.",
                at: headerLength + expected);
            return false;
        }

        return true;
    }

    private static void CheckHeader(string name, uint count, uint height, uint width, Upload upload)
    {
        if (count < 2)
        {
            upload.Faults.Add(
                name,
                $"The file holds {Counted.Format(count, "example")}; at least 2 are needed, one to train and one to validate.",
                at: 4);
        }
        else if (count > upload.Limits.MaxExamples)
        {
            upload.Faults.Add(name, $"The file announces {count:N0} examples; at most {upload.Limits.MaxExamples:N0} are allowed.", at: 4);
        }

        foreach (var (at, what, length) in new[] { (8, "rows", height), (12, "columns", width) })
        {
            if (length < 1 || length > upload.Limits.MaxSide)
            {
                upload.Faults.Add(name, $"Pictures have {length:N0} {what}; expected 1 to {upload.Limits.MaxSide}.", at: at);
            }
        }
    }
}
