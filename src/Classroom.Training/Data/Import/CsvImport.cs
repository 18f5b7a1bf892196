using System.Text.Unicode;
using CsvHelper;

namespace Classroom.Training;

/// <summary>
/// Reads a table: a line with the names of the columns, then one line an example, with a label and numbers. Pixels of square
/// grey pictures become pictures; anything else becomes rows of columns with mean 0 and deviation 1.
/// </summary>
internal static class CsvImport
{
    public static StagedDataSet? Read(string name, Stream content, Upload upload)
    {
        // A record is one line: neither numbers nor names of classes need line breaks, and a quote that never closes spoils
        // one line only.
        using var reader = CsvReader.Create(
            content,
            new CsvReaderOptions
            {
                HasHeader = false,
                AllowLineBreaksInQuotes = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = upload.Limits.MaxLineBytes,
            },
            leaveOpen: true);
        try
        {
            using var rows = ReadRows(name, reader, upload);
            return rows is null || upload.IsFaulty ? null
                : CsvPictures.Side(rows) is { } side ? CsvPictures.Stage(name, rows, side, upload)
                : CsvTable.Stage(name, rows, upload);
        }
        catch (CsvFormatException e)
        {
            upload.Faults.Add(name, $"The line is longer than {upload.Limits.MaxLineBytes:N0} bytes.", line: e.LineNumber > 0 ? e.LineNumber : null);
            return null;
        }
    }

    private static CsvRows? ReadRows(string name, CsvReader reader, Upload upload)
    {
        if (!reader.Read())
        {
            upload.Faults.Add(name, "There is no line with the names of the columns.");
            return null;
        }

        if (!IsSound(name, reader, upload) || CsvHeader.Read(name, reader, upload) is not { } header)
        {
            return null;
        }

        var rows = new CsvRows(name, header, upload);
        try
        {
            while (reader.Read() && (!IsSound(name, reader, upload) || rows.Add(reader)))
            {
                upload.Cancellation.ThrowIfCancellationRequested();
            }

            CheckRows(name, rows, upload);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    // Of a faulty line nothing else is looked at.
    private static bool IsSound(string name, CsvReader reader, Upload upload)
    {
        var raw = reader.RawRecord;
        var fault = raw switch
        {
            _ when raw.Length > upload.Limits.MaxLineBytes => $"The line is longer than {upload.Limits.MaxLineBytes:N0} bytes.",
            _ when raw.Contains((byte)0) => "There is a NUL byte, which no text has. Is this a CSV file?",
            _ when !Utf8.IsValid(raw) => "The line is not UTF-8. Save the file again as \"CSV UTF-8\".",
            _ when raw.Count((byte)'"') % 2 != 0 => "A quote opens in this line and does not close in it.",
            _ => null,
        };
        if (fault is null)
        {
            return true;
        }

        upload.Faults.Add(name, fault, line: reader.LineNumber);
        return false;
    }

    private static void CheckRows(string name, CsvRows rows, Upload upload)
    {
        if (upload.IsFaulty)
        {
            return;
        }

        upload.CheckCount(name, rows.Count, "rows");
        if (rows.Classes is [var only])
        {
            upload.Faults.Add(name, $"All rows have the same label '{ImportFaults.Shown(only)}' (column '{ImportFaults.Shown(rows.Header.LabelName)}'); at least two classes are needed, or there is nothing to tell apart.");
        }
    }
}
