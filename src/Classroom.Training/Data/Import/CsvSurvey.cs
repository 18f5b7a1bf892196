using System.Text.Unicode;
using Classroom.Naming;
using CsvHelper;

namespace Classroom.Training.Data.Import;

/// <summary>
/// What a table holds, found by reading it once before anything is decided: the first line apart, and of every column what its
/// values can be.
/// </summary>
internal sealed class CsvSurvey
{
    private const int RowsShown = 8;

    private readonly string file;
    private readonly Upload upload;
    private readonly List<string[]> shown = [];

    private CsvSurvey(string file, Upload upload, string[] first, long firstLine)
    {
        (this.file, this.upload, First, FirstLine) = (file, upload, first, firstLine);
        Columns = [.. first.Select(_ => new CsvColumn(upload.Limits.MaxClasses))];
    }

    /// <summary>The fields of the first line, which may be names or an example.</summary>
    public string[] First { get; }

    public long FirstLine { get; }

    public CsvColumn[] Columns { get; }

    /// <summary>Lines after the first.</summary>
    public int Rows { get; private set; }

    /// <summary>The first lines after the first.</summary>
    public IReadOnlyList<string[]> Shown => shown;

    /// <summary>Gives null after adding a fault where there is no use in going on.</summary>
    public static CsvSurvey? Read(string file, Stream content, CsvDialect dialect, Upload upload)
    {
        using var reader = dialect.Open(content, upload.Limits);
        try
        {
            if (!reader.Read())
            {
                upload.Faults.Add(file, "There is no line in the file.");
                return null;
            }

            if (!IsSound(file, reader, upload))
            {
                return null;
            }

            var first = Fields(reader);
            if (first.Length < 2 || first.Length - 1 > upload.Limits.MaxColumns)
            {
                upload.Faults.Add(
                    file,
                    $"The file has {Counted.Format(first.Length, "column")} with a {dialect.Name} between fields; expected a column with "
                        + $"labels and 1 to {upload.Limits.MaxColumns:N0} with numbers.",
                    line: reader.LineNumber);
                return null;
            }

            var survey = new CsvSurvey(file, upload, first, reader.LineNumber);
            while (reader.Read() && (!IsSound(file, reader, upload) || survey.Add(reader)))
            {
                upload.Cancellation.ThrowIfCancellationRequested();
            }

            return survey;
        }
        catch (CsvFormatException e)
        {
            upload.Faults.Add(
                file, $"The line is longer than {upload.Limits.MaxLineBytes:N0} bytes.", line: e.LineNumber > 0 ? e.LineNumber : null);
            return null;
        }
    }

    /// <summary>The first line is an example: it counts.</summary>
    public void TakeFirst()
    {
        foreach (var (column, field) in Columns.Zip(First))
        {
            column.Add(System.Text.Encoding.UTF8.GetBytes(field), FirstLine, isFirst: true);
        }

        Rows++;
        shown.Insert(0, First);
        if (shown.Count > RowsShown)
        {
            shown.RemoveAt(RowsShown);
        }
    }

    private bool Add(CsvReader reader)
    {
        var line = reader.LineNumber;
        if (reader.FieldCount != Columns.Length)
        {
            upload.Faults.Add(
                file, $"The line has {Counted.Format(reader.FieldCount, "field")}; the first line has {Columns.Length:N0}.", line: line);
            return true;
        }

        if (Rows == upload.Limits.MaxExamples)
        {
            upload.Faults.Add(file, $"There are more than {upload.Limits.MaxExamples:N0} rows, which is the most allowed.", line: line);
            return false;
        }

        for (var index = 0; index < Columns.Length; index++)
        {
            Columns[index].Add(reader.GetSpan(index), line);
        }

        if (shown.Count < RowsShown)
        {
            shown.Add(Fields(reader));
        }

        Rows++;
        return true;
    }

    private static string[] Fields(CsvReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim())];

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
}
