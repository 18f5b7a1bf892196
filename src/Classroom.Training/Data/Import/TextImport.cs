using System.Buffers;
using System.Text;
using Classroom.Naming;

namespace Classroom.Training.Data.Import;

/// <summary>
/// Reads a text that is to be continued character by character. It is short enough for memory, since 100,000 windows
/// are 3.2 million characters.
/// </summary>
internal static class TextImport
{
    private const string Format = "text";
    private const int Window = 32;
    private const int LongestSample = 400;
    private const int MostBytesOfACharacter = 4;
    private const int RarestTold = 8;

    private const string Lowered = "All letters were changed to lowercase, because there were too many different characters.";

    private static readonly Rune NewLine = new('\n');

    public static StagedDataSet? Read(string name, TextSource source, Upload upload)
    {
        upload.Reading = new() { Format = Format, Taken = new() { Encoding = source.Encoding }, Split = SplitKind.InOrder };
        var content = source.Content;
        content.Position = 0;

        // A window's last target is one character more, and so are both parts of the text.
        var longest = (upload.Limits.MaxExamples * Window) + 2;
        if (content.Length > (long)longest * MostBytesOfACharacter)
        {
            upload.Faults.Add(name, TooLong(longest));
            return null;
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        if (Decode(name, bytes, source.IsAsUploaded, longest, upload) is not { } text)
        {
            return null;
        }

        if (text.Count > longest)
        {
            upload.Faults.Add(name, TooLong(longest));
        }

        upload.Sample = new() { Text = string.Concat(text.Take(LongestSample).Select(rune => rune.ToString())) };
        var validation = ValidationSplit.ExamplesFor((text.Count - 2) / Window);
        var train = ((text.Count - 2) / Window) - validation;
        if (train < 1)
        {
            upload.Faults.Add(
                name,
                $"The text has {Counted.Format(text.Count, "character")}; at least {(2 * Window) + 2} are needed, for one window of "
                    + $"{Window} to train on and one to validate.");
        }

        var lowered = LowerIfNeeded(text, upload.Limits.MaxCharacters);
        var vocabulary = text.Distinct().Order().ToArray();
        CheckVocabulary(name, text, vocabulary, upload);
        return upload.IsFaulty ? null : Stage(name, text, vocabulary, lowered, train, validation, upload);
    }

    private static string TooLong(int longest) =>
        $"The text is too long: at most {longest:N0} characters, which are {(longest - 2) / Window:N0} windows of {Window}.";

    // Each character with its place checked; line ends become one character, a byte order mark none.
    private static List<Rune>? Decode(string name, ReadOnlySpan<byte> bytes, bool isAsUploaded, int longest, Upload upload)
    {
        var text = new List<Rune>(Math.Min(bytes.Length, longest));
        var faults = upload.Faults.Count;
        var line = 1;
        for (var at = bytes.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != OperationStatus.Done)
            {
                upload.Faults.Add(
                    name,
                    $"The byte {bytes[at]:x2} here is not UTF-8. Save the text again with the encoding UTF-8.",
                    at: isAsUploaded ? at : null,
                    line: line);
            }
            else if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
            {
                var fault = rune.Value == 0
                    ? "There is a NUL byte, which no text has. Is this a text file?"
                    : $"There is the control character {rune.Value:x2}, which no text has. Take it out, or choose the encoding that the "
                        + "file was saved in.";
                upload.Faults.Add(name, fault, at: isAsUploaded ? at : null, line: line);
            }
            else if (rune.Value != '\r')
            {
                text.Add(rune);
            }
            else if (at + 1 >= bytes.Length || bytes[at + 1] != '\n')
            {
                text.Add(NewLine);
            }

            line += rune == NewLine ? 1 : 0;
            at += length;
        }

        return upload.Faults.Count > faults ? null : text;
    }

    // Capital letters double the vocabulary: they stay as long as there is room for them.
    private static bool LowerIfNeeded(List<Rune> text, int most)
    {
        if (text.Distinct().Count() <= most)
        {
            return false;
        }

        for (var i = 0; i < text.Count; i++)
        {
            text[i] = Rune.ToLowerInvariant(text[i]);
        }

        return true;
    }

    private static void CheckVocabulary(string name, List<Rune> text, Rune[] vocabulary, Upload upload)
    {
        if (vocabulary.Length > upload.Limits.MaxCharacters)
        {
            var rarest = text.CountBy(rune => rune).OrderBy(count => count.Value).ThenBy(count => count.Key).Take(RarestTold)
                .Select(count =>
                    $"'{ImportFaults.Shown(count.Key.ToString())}' (U+{count.Key.Value:X4}, {Counted.Format(count.Value, "time")})");
            upload.Faults.Add(
                name,
                $"The text has {vocabulary.Length:N0} different characters, even in lowercase; at most {upload.Limits.MaxCharacters} are "
                    + $"allowed. The rarest, which you might replace: {string.Join(", ", rarest)}.");
        }
        else if (vocabulary.Length < 2)
        {
            upload.Faults.Add(name, "The text has fewer than two different characters: there is nothing to predict.");
        }
    }

    private static StagedDataSet Stage(
        string name, List<Rune> text, Rune[] vocabulary, bool lowered, int train, int validation, Upload upload)
    {
        var number = vocabulary.Index().ToDictionary(entry => entry.Item, entry => (byte)entry.Index);
        var values = new byte[text.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = number[text[i]];
        }

        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{text.Count:N0} characters of text, {vocabulary.Length} different ones, from {Upload.Shown(name)}. One "
                + $"example is a window of {Window} characters. "
                + $"In the order of the text; its last fifth ({validation:N0} of {train + validation:N0} windows) is for validation. "
                + (lowered ? Lowered : "Capital and small letters are as in the file."),
            Kind = DataSetKind.Text,
            Train = train,
            Validation = validation,
            Shape = [Window],
            Classes = [.. vocabulary.Select(rune => rune.ToString())],
            Reading = upload.Reading! with { Notes = lowered ? [Lowered] : [] },
        };
        return StagedDataSet.Write(
            new DataSet(info, values, ReadOnlyMemory<byte>.Empty) { TrainCharacters = (train * Window) + 1 },
            upload.Options.TemporaryFolder);
    }
}
