namespace Classroom.Training.Data.Import;

/// <summary>One fault in an upload.</summary>
/// <param name="File">The file's name as it was given; empty when the fault is in the upload as a whole.</param>
/// <param name="Byte">Where in the unpacked file, counted from 0; null when it is nowhere in particular.</param>
/// <param name="Message">What was wrong and what was expected.</param>
public sealed record ImportError(string File, long? Byte, string Message)
{
    /// <summary>The line, counted from 1; null when the file has none or the fault is in no line in particular.</summary>
    public long? Line { get; init; }

    /// <summary>The file within the file, where that is an archive.</summary>
    public string? Entry { get; init; }

    /// <summary>Place and message as one sentence.</summary>
    public override string ToString()
    {
        string[] place =
        [
            .. new[] { File, Entry, Line is { } line ? $"line {line}" : null, Byte is { } at ? $"byte {at}" : null }.Where(
                part => part is { Length: > 0 })!,
        ];
        return place.Length == 0 ? Message : $"{string.Join(", ", place)}: {Message}";
    }
}
