using System.Runtime.InteropServices;
using CsvHelper;

namespace Classroom.Training.Data.Import;

/// <summary>The rows of a table once it is known how to read them: numbers to a temporary file in 64 bits, labels to memory.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly List<int> labels = [];
    private string? unfitFault;

    private CsvRows(CsvLayout layout, Upload upload)
    {
        Layout = layout;
        Classes = new(upload.Limits.MaxClasses);
        Examples = new(upload.Options.TemporaryFolder);
    }

    public CsvLayout Layout { get; }

    public CsvClasses Classes { get; }

    public ExampleFile Examples { get; }

    public int Count => labels.Count;

    public int Columns => Layout.Numbers.Length;

    /// <summary>Reads the table a second time. Gives null after adding to the faults.</summary>
    public static CsvRows? Read(Stream content, CsvLayout layout, Upload upload)
    {
        var rows = new CsvRows(layout, upload);
        try
        {
            rows.Take(content, upload);
            if (!upload.IsFaulty)
            {
                return rows;
            }
        }
        catch
        {
            rows.Dispose();
            throw;
        }

        rows.Dispose();
        return null;
    }

    /// <summary>One label for each row, in the order in which they came: its place in <paramref name="names"/>.</summary>
    public byte[] Labels(string[] names)
    {
        var order = Classes.Order(names);
        return [.. labels.Select(label => order[label])];
    }

    /// <summary>From which names of columns and classes something was taken out.</summary>
    public IEnumerable<string> NameNotes() => ImportedName.Notes([.. Layout.InFile, .. Classes.Hiding]);

    public void Dispose() => Examples.Dispose();

    private void Take(Stream content, Upload upload)
    {
        using var reader = Layout.Dialect.Open(content, upload.Limits);
        var row = new double[Columns];
        var unfit = new CsvPlaces();
        for (var isFirst = true; reader.Read(); isFirst = false)
        {
            upload.Cancellation.ThrowIfCancellationRequested();
            if (isFirst && Layout.Header)
            {
                continue;
            }

            foreach (var (index, place) in Layout.Numbers.Index())
            {
                row[index] = CsvCell.Parse(reader.GetSpan(place), Layout.Commas[place]);
            }

            Examples.Stream.Write(MemoryMarshal.AsBytes(row.AsSpan()));
            if (!TakeLabel(reader, unfit, upload))
            {
                return;
            }
        }

        if (unfit.Count > 0)
        {
            upload.Faults.Add(Layout.File, $"The label '{unfit.Example}' {unfitFault}.{unfit.Others}", line: unfit.Line);
        }
        else if (Classes.Count == 1)
        {
            upload.Faults.Add(
                Layout.File,
                $"All rows have the same label {CsvNotes.Listed(Classes.Names())} (column '{ImportFaults.Shown(Layout.LabelName)}'); at "
                    + "least two classes are needed, or there is nothing to tell apart.");
        }
    }

    private bool TakeLabel(CsvReader reader, CsvPlaces unfit, Upload upload)
    {
        var label = reader.GetString(Layout.Label).Trim();
        if (ImportedName.Fault(label, upload.Limits.MaxNameLength) is { } fault)
        {
            unfitFault ??= fault;
            unfit.Add(reader.GetSpan(Layout.Label), reader.LineNumber);
            return true;
        }

        labels.Add(Classes.PlaceOf(label));
        if (labels[^1] >= 0)
        {
            return true;
        }

        upload.Faults.Add(
            Layout.File,
            $"The label column '{ImportFaults.Shown(Layout.LabelName)}' has more than {upload.Limits.MaxClasses} different values. Is "
                + "this the column with the classes?",
            line: reader.LineNumber);
        return false;
    }
}
