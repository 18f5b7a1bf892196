using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;
using MiniExcelLibs;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>Reads a table from a CSV file or an Excel workbook that anybody may have made.</summary>
public static class MarkSheetReader
{
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostUnpackedBytes = 20 * 1024 * 1024;
    private const int MostLines = 2000;
    private const int MostColumns = 500;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The table, or why it cannot be read.</summary>
    public static (MarkSheet? Sheet, string? Fault) Read(byte[] content)
    {
        if (content.Length == 0)
        {
            return (null, "The file is empty.");
        }

        if (content.Length > MostBytes)
        {
            return (null, $"The file is larger than {MostBytes / (1024 * 1024)} MB.");
        }

        try
        {
            var lines = (content.AsSpan().StartsWith("PK"u8) ? Workbook(content) : Csv(content)).Take(MostLines + 1).ToList();
            return lines.Count > MostLines ? (null, $"The file has more than {MostLines} lines.")
                : lines.Exists(line => line.Cells.Count > MostColumns) ? (null, $"A line of the file has more than {MostColumns} columns.")
                : lines.Count == 0 ? (null, "The file is empty.")
                : (new MarkSheet(lines), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "The file is not UTF-8. Save it again as \"CSV UTF-8\" or as an Excel workbook.");
        }
        catch (CsvFormatException damaged)
        {
            return (null, $"The file is no CSV that can be read: {damaged.Message}");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or FormatException or InvalidOperationException
            or KeyNotFoundException or NullReferenceException or ArgumentException or IndexOutOfRangeException or NotSupportedException)
        {
            return (null, "The workbook cannot be read. Open it in Excel and save it again, or save it as \"CSV UTF-8\".");
        }
    }

    private static IEnumerable<MarkSheetLine> Csv(byte[] content)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length).ToString();
        var separator = Separators.MaxBy(candidate => head.Count(letter => letter == candidate));
        using var reader = CsvReader.FromText(
            text, new CsvReaderOptions { HasHeader = false, Separator = separator, TrackLineNumbers = true, MaxRecordSize = MostBytes });
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetString(place).Trim()).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                yield return new((int)reader.LineNumber, cells);
            }
        }
    }

    private static IEnumerable<MarkSheetLine> Workbook(byte[] content)
    {
        RefuseBomb(content);
        using var stream = new MemoryStream(content);
        var number = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            number++;
            var cells = row.Values.Take(MostColumns + 1).Select(Text).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                yield return new(number, cells);
            }
        }
    }

    // What is small when packed may be endless when unpacked, whatever the archive says about itself.
    private static void RefuseBomb(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        var left = MostUnpackedBytes;
        var buffer = new byte[64 * 1024];
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is var read and > 0)
            {
                left -= read;
                if (left < 0)
                {
                    throw new InvalidDataException("Too large.");
                }
            }
        }
    }

    private static string Text(object? cell) => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim();
}
