using System.Text;

namespace Classroom.Training.Data.Import;

/// <summary>A file of text as UTF-8 that can seek: the upload itself, or a temporary file where it has another encoding.</summary>
internal sealed class TextSource : IDisposable
{
    private const string Utf8 = "utf-8";
    private const string Utf16 = "utf-16";
    private const string Utf16LowFirst = "utf-16le";
    private const string Utf16HighFirst = "utf-16be";
    private const string Windows1252 = "windows-1252";
    private const int Buffer = 64 * 1024;

    private readonly TemporaryFile? file;

    private TextSource(Stream content, string encoding, TemporaryFile? file)
    {
        Content = content;
        Encoding = encoding;
        this.file = file;
    }

    /// <summary>Starts at its start; a byte order mark may stand there.</summary>
    public Stream Content { get; }

    /// <summary>What the upload is written in, as in <see cref="ImportChoices.Encoding"/>.</summary>
    public string Encoding { get; }

    /// <summary>Places in bytes are those of the upload.</summary>
    public bool IsAsUploaded => file is null;

    public static bool IsUtf16Chosen(Upload upload) => Known(upload.Options.Choices.Encoding) is Utf16 or Utf16LowFirst or Utf16HighFirst;

    /// <summary>
    /// Opens the file in the encoding that was chosen, or that is plain from its bytes. Where it is not, adds a question and reads
    /// on in the likeliest, so that the sample shows what that gives. Gives null after adding to the faults.
    /// </summary>
    public static TextSource? Open(string name, Stream content, Upload upload)
    {
        var chosen = upload.Options.Choices.Encoding;
        if (string.IsNullOrWhiteSpace(chosen))
        {
            return Decode(name, content, Find(content, upload), upload);
        }

        if (Known(chosen) is { } known)
        {
            return Decode(name, content, known, upload);
        }

        upload.Faults.Add(
            name,
            $"The encoding '{ImportFaults.Shown(chosen)}' is not one of {Utf8}, {Utf16}, {Utf16LowFirst}, {Utf16HighFirst} and "
                + $"{Windows1252}.");
        return null;
    }

    public void Dispose() => file?.Dispose();

    private static string? Known(string? encoding) => encoding?.Trim().ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" => Utf8,
        "UTF-16" or "UTF16" => Utf16,
        "UTF-16LE" or "UTF16LE" => Utf16LowFirst,
        "UTF-16BE" or "UTF16BE" => Utf16HighFirst,
        "WINDOWS-1252" or "CP1252" => Windows1252,
        _ => null,
    };

    private static string Find(Stream content, Upload upload)
    {
        var head = UploadFormat.Head(content, UploadFormat.Peek);
        if (Utf16Text.HasMark(head))
        {
            return Utf16;
        }

        if (Utf16Text.WithoutMark(head) is { } unmarked)
        {
            return unmarked.Equals(System.Text.Encoding.BigEndianUnicode) ? Utf16HighFirst : Utf16LowFirst;
        }

        if (IsUtf8(content, upload.Cancellation))
        {
            return Utf8;
        }

        upload.Questions.Add(new(
            "encoding",
            "The file is not valid UTF-8, so its letters cannot be told from its bytes. It may have been saved in the older encoding "
                + "Windows-1252 (\"ANSI\", Western European). Are accents and other special letters right when it is read that way? If "
                + "not, save it again as UTF-8.",
            [
                new(Windows1252, "Windows-1252 (ANSI, Western European)"),
                new(Utf8, "UTF-8, and show me the damaged lines"),
            ]));
        return Windows1252;
    }

    private static bool IsUtf8(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, letters) = (new byte[Buffer], new char[Buffer + 1]);
        try
        {
            for (var got = -1; got != 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                got = content.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, got), letters, flush: got == 0);
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static TextSource? Decode(string name, Stream content, string encoding, Upload upload)
    {
        content.Position = 0;
        if (encoding == Utf8)
        {
            return new(content, encoding, null);
        }

        var file = new TemporaryFile(upload.Options.TemporaryFolder);
        try
        {
            using (var decoded = System.Text.Encoding.CreateTranscodingStream(
                content, EncodingOf(encoding, content), System.Text.Encoding.UTF8, leaveOpen: true))
            {
                if (CopyTo(file, name, decoded, upload))
                {
                    return new(file.OpenRead(), encoding, file);
                }
            }
        }
        catch (DecoderFallbackException)
        {
            upload.Faults.Add(name, "The file is damaged: it is not valid UTF-16. Save it again as UTF-8.");
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    private static bool CopyTo(TemporaryFile file, string name, Stream decoded, Upload upload)
    {
        var bytes = new byte[Buffer];
        for (var got = -1; got != 0;)
        {
            upload.Cancellation.ThrowIfCancellationRequested();
            got = decoded.Read(bytes);
            file.Stream.Write(bytes, 0, got);
            if (file.Stream.Length > upload.Limits.MaxUnpackedBytes)
            {
                upload.Faults.Add(
                    name, $"The file has more than {upload.Limits.MaxUnpackedBytes:N0} bytes as UTF-8, which is the most allowed.");
                return false;
            }
        }

        return true;
    }

    private static Encoding EncodingOf(string encoding, Stream content)
    {
        if (encoding == Windows1252)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }

        // Without a mark as most programs write it.
        var bigEndian = encoding == Utf16HighFirst || (encoding == Utf16 && UploadFormat.Head(content, 1) is [0xfe]);
        return new UnicodeEncoding(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);
    }
}
