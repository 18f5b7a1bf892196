using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Classroom.Web.Shared.Requests;

/// <summary>JSON as somebody has sent it: what comes of it can be read to its last character, whatever it says.</summary>
public static class JsonText
{
    private const int Deepest = 64;

    /// <param name="text">UTF-8, with or without a byte order mark.</param>
    /// <param name="expected">A sentence that says what should be there where nothing is.</param>
    /// <returns>The JSON, to be disposed of; or a sentence for people that says what is wrong, and where.</returns>
    public static (JsonDocument? Json, string? Fault) Parse(ReadOnlyMemory<byte> text, string expected = "")
    {
        text = text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return (null, $"The body is empty. {expected}".TrimEnd());
        }

        if (FindFault(text.Span) is { } fault)
        {
            return (null, fault);
        }

        try
        {
            return (JsonDocument.Parse(text), null);
        }
        catch (JsonException unread)
        {
            return (null, NoJson(unread));
        }
    }

    // What JsonDocument would find out only when the text is used, or would call no JSON although it is some.
    private static string? FindFault(ReadOnlySpan<byte> text)
    {
        var characters = new char[text.Length];
        if (Utf8.ToUtf16(text, characters, out var read, out _, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return $"The text is not readable: it is not UTF-8 at {Place(text, read)}.";
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = text.Length + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= Deepest)
                {
                    return $"The JSON is nested too deeply: at most {Deepest} levels are read; see {Place(text, reader.TokenStartIndex)}.";
                }

                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && !IsReadable(ref reader))
                {
                    return $"The text at {Place(text, reader.TokenStartIndex)} is not readable: it holds half of a surrogate pair.";
                }
            }

            return null;
        }
        catch (JsonException unread)
        {
            return NoJson(unread);
        }
    }

    private static bool IsReadable(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string NoJson(JsonException fault) =>
        $"This is not JSON: see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.";

    private static string Place(ReadOnlySpan<byte> text, long index)
    {
        var before = text[..(int)index];
        return $"line {before.Count((byte)'\n') + 1}, byte {before.Length - before.LastIndexOf((byte)'\n')}";
    }
}
