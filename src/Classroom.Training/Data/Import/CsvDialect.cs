using CsvHelper;

namespace Classroom.Training.Data.Import;

/// <summary>What stands between two fields.</summary>
/// <param name="Separator">One character.</param>
/// <param name="HasHint">The first line says so, as a spreadsheet writes it: sep=;</param>
internal sealed record CsvDialect(char Separator, bool HasHint)
{
    private const int Peek = 256 * 1024;
    private const int RecordsLookedAt = 100;

    private static readonly (char Character, string Name)[] Usual = [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "pipe")];

    /// <summary>In words: comma, semicolon, tab, pipe, or the character.</summary>
    public string Name => NameOf(Separator);

    /// <summary>
    /// A reader from the start of the content. A record is one line: neither numbers nor names of classes need line breaks, and a
    /// quote that never closes spoils one line only.
    /// </summary>
    public CsvReader Open(Stream content, ImportLimits limits)
    {
        content.Position = 0;
        return CsvReader.Create(
            content,
            new CsvReaderOptions
            {
                HasHeader = false,
                Separator = HasHint ? null : Separator,
                AllowLineBreaksInQuotes = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = limits.MaxLineBytes,
            },
            leaveOpen: true);
    }

    /// <summary>What was chosen, or what is plain from the first lines; null after adding a fault or a question.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="content">The table in UTF-8.</param>
    /// <param name="upload">Where the separator may have been chosen.</param>
    public static CsvDialect? Find(string file, Stream content, Upload upload)
    {
        var head = UploadFormat.Head(content, Peek);
        if (upload.Options.Choices.Separator is { Length: > 0 } chosen)
        {
            if (Chosen(chosen) is { } separator)
            {
                return new(separator, HintIn(head) == separator);
            }

            upload.Faults.Add(
                file,
                $"'{ImportFaults.Shown(chosen)}' cannot stand between fields; choose comma, semicolon, tab or pipe, or another "
                    + "punctuation mark.");
            return null;
        }

        if (HintIn(head) is { } hint)
        {
            return new(hint, true);
        }

        var plausible = Plausible(head, upload.Limits);
        if (plausible.Count == 1)
        {
            return new(plausible[0], false);
        }

        upload.Questions.Add(new(
            "separator",
            $"More than one character could stand between the fields of a line: {string.Join(" or ", plausible.Select(NameOf))}. Which is it?",
            [.. plausible.Select(character => new ImportAnswer(NameOf(character), $"A {NameOf(character)}"))]));
        return null;
    }

    private static string NameOf(char character) =>
        Usual.FirstOrDefault(usual => usual.Character == character).Name ?? character.ToString();

    // A tab may come as itself, and must not be trimmed away.
    private static char? Chosen(string text) =>
        text.Length == 1
            && (char.IsAsciiLetterOrDigit(text[0])
                || !char.IsAscii(text[0])
                || text[0] is '"' or '.' or '-' or '+' or (< ' ' and not '\t') or '\x7f')
            ? null
            : text.Length == 1 ? text[0]
            : Usual.Where(usual => usual.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(usual => (char?)usual.Character)
                .FirstOrDefault();

    private static char? HintIn(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith("\ufeff"u8) ? head[3..] : head;
        if (head.Length < 6 || !head.StartsWith("sep="u8) || head[5] is not ((byte)'\r' or (byte)'\n'))
        {
            return null;
        }

        var separator = (char)head[4];
        return Array.Exists(Usual, usual => usual.Character == separator) ? separator : null;
    }

    // All that are as likely as the likeliest; a comma where there is none at all.
    private static List<char> Plausible(byte[] head, ImportLimits limits)
    {
        // The last line may be cut in its middle.
        var end = head.Length < Peek ? head.Length : head.AsSpan().LastIndexOf((byte)'\n') is var last and > 0 ? last : head.Length;
        var seen = Usual.Select(usual => Examine(usual.Character, head.AsMemory(0, end), limits)).Where(look => look.Fields > 1).ToList();
        var even = seen.Where(look => look.Uneven == 0).ToList();
        var best = even.Count > 0
            ? even.Where(look => look.Odd == even.Min(other => other.Odd))
            : seen.Where(look => look.Uneven == seen.Min(other => other.Uneven));
        return seen.Count == 0 ? [','] : [.. best.Select(look => look.Character)];
    }

    // How many fields most lines have, how many lines have others, and how many fields hold what could be another separator.
    private static (char Character, int Fields, int Uneven, int Odd) Examine(char character, ReadOnlyMemory<byte> head, ImportLimits limits)
    {
        var (counts, odd) = (new List<int>(), 0);
        using var content = new MemoryStream(head.ToArray());
        using var reader = new CsvDialect(character, false).Open(content, limits);
        try
        {
            while (counts.Count < RecordsLookedAt && reader.Read())
            {
                counts.Add(reader.FieldCount);
                for (var field = 0; field < reader.FieldCount; field++)
                {
                    odd += IsOdd(character, reader.GetRawSpan(field)) ? 1 : 0;
                }
            }
        }
        catch (CsvFormatException)
        {
            // Reading the whole file says where.
        }

        if (counts.Count == 0)
        {
            return (character, 0, 0, 0);
        }

        var usual = counts.CountBy(count => count).OrderByDescending(count => count.Value).ThenByDescending(count => count.Key).First();
        return (character, usual.Key, counts.Count - usual.Value, odd);
    }

    private static bool IsOdd(char separator, ReadOnlySpan<byte> raw)
    {
        var field = raw.Trim(" \t"u8);
        if (field is [(byte)'"', ..] || field.IndexOfAny(",;\t|"u8) < 0)
        {
            return false;
        }

        return separator == ','
            || CsvCell.Parse(field).Form is not (CellForm.DecimalComma or CellForm.EitherComma or CellForm.ThousandsCommas);
    }
}
