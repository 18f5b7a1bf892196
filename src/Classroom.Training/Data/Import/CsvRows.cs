using System.Globalization;
using System.Runtime.InteropServices;
using CsvHelper;

namespace Classroom.Training;

/// <summary>The rows of a CSV file as they are read: numbers to a temporary file, labels to memory.</summary>
internal sealed class CsvRows(string file, CsvHeader header, Upload upload) : IDisposable
{
    private const int LongestShown = 40;

    // Of more classes it is enough to know that there are more.
    private readonly Dictionary<string, int> classes = new(StringComparer.Ordinal);
    private readonly List<int> labels = [];
    private readonly float[] row = new float[header.Names.Count - 1];

    public CsvHeader Header => header;

    public ExampleFile Examples { get; } = new(upload.Options.TemporaryFolder);

    public int Count => labels.Count;

    public int Columns => row.Length;

    /// <summary>Every number is whole and from 0 to 255, as the pixels of a grey picture are.</summary>
    public bool ArePixels { get; private set; } = true;

    public float Largest { get; private set; }

    public string[] Classes => ClassOrder.InOrder(classes.Keys);

    /// <summary>Takes one line; every field that is wrong becomes a fault.</summary>
    /// <returns>False where there is no use in going on.</returns>
    public bool Add(CsvReader reader)
    {
        var line = reader.LineNumber;
        if (reader.FieldCount != header.Names.Count)
        {
            upload.Faults.Add(file, $"The line has {Fields(reader.FieldCount)}; the first line names {header.Names.Count:N0} columns.", line: line);
            return true;
        }

        if (labels.Count == upload.Limits.MaxExamples)
        {
            upload.Faults.Add(file, $"There are more than {upload.Limits.MaxExamples:N0} rows, which is the most allowed.", line: line);
            return false;
        }

        var place = 0;
        for (var index = 0; index < header.Names.Count; index++)
        {
            if (index != header.Label)
            {
                row[place++] = ReadNumber(reader, index, line);
            }
        }

        Examples.Stream.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        return AddLabel(reader.GetString(header.Label), line);
    }

    /// <summary>One label for each row, in the order in which they came: its place in <paramref name="names"/>.</summary>
    public byte[] Labels(string[] names)
    {
        var places = names.Index().ToDictionary(name => classes[name.Item], name => (byte)name.Index);
        return [.. labels.Select(label => places[label])];
    }

    public void Dispose() => Examples.Dispose();

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count:N0} fields";

    private float ReadNumber(CsvReader reader, int column, long line)
    {
        // A number that is too large for a float becomes infinite.
        if (float.TryParse(reader.GetSpan(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number))
        {
            ArePixels = ArePixels && number is >= 0 and <= 255 && float.IsInteger(number);
            Largest = Math.Max(Largest, number);
            return number;
        }

        var field = reader.GetString(column);
        var (name, shown) = (ImportFaults.Shown(header.Names[column]), ImportFaults.Shown(field, LongestShown));
        upload.Faults.Add(
            file,
            field switch
            {
                "" => $"The column '{name}' is empty; every row needs a number in it.",
                _ when ClassOrder.IsNumber(field) => $"The column '{name}' holds {shown}; expected a number of usual size.",
                _ when ClassOrder.IsNumber(field.Replace(',', '.')) => $"The column '{name}' holds '{shown}'; write it with a point: {shown.Replace(',', '.')}.",
                _ => $"The column '{name}' holds '{shown}'; expected a number.",
            },
            line: line);
        return 0;
    }

    private bool AddLabel(string label, long line)
    {
        if (label.Length == 0 || label.Length > upload.Limits.MaxNameLength || label.Any(char.IsControl))
        {
            upload.Faults.Add(
                file, label.Length == 0 ? "The label is empty." : $"The label '{ImportFaults.Shown(label, LongestShown)}' is no name of 1 to {upload.Limits.MaxNameLength} letters.", line: line);
            labels.Add(0);
            return true;
        }

        if (!classes.TryGetValue(label, out var number))
        {
            number = classes.Count;
            if (number == upload.Limits.MaxClasses)
            {
                var why = classes.Keys.All(ClassOrder.IsNumber)
                    ? " They all are numbers: probably this column holds a number to foretell, not a class. Choose another column, or put the numbers into groups such as 'low' and 'high'."
                    : " Is this the column with the classes?";
                upload.Faults.Add(file, $"The label column '{ImportFaults.Shown(header.LabelName)}' has more than {upload.Limits.MaxClasses} different values.{why}", line: line);
                return false;
            }

            classes.Add(label, number);
        }

        labels.Add(number);
        return true;
    }
}
