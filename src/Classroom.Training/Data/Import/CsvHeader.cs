using System.Globalization;
using CsvHelper;

namespace Classroom.Training;

/// <summary>The first line of a CSV file: what its columns are called, and which of them is the label.</summary>
internal sealed record CsvHeader(IReadOnlyList<string> Names, int Label)
{
    private const string DefaultLabel = "label";
    private const int NamesTold = 20;

    /// <summary>The names of all columns but the label.</summary>
    public IEnumerable<string> Numbers => Names.Where((_, index) => index != Label);

    public string LabelName => Names[Label];

    // Gives null after adding to the faults.
    public static CsvHeader? Read(string file, CsvReader reader, Upload upload)
    {
        var line = reader.LineNumber;
        var faults = upload.Faults.Count;
        var names = reader.Current.ToArray();
        if (names.All(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) && !names.SequenceEqual(Counted(names.Length)))
        {
            upload.Faults.Add(file, "The first line holds numbers; expected the names of the columns. Put a line with names before it.", line: line);
            return null;
        }

        if (names.Length < 2 || names.Length - 1 > upload.Limits.MaxColumns)
        {
            upload.Faults.Add(
                file,
                $"The file has {names.Length:N0} columns; expected a column with labels and 1 to {upload.Limits.MaxColumns:N0} with numbers, with commas between them.",
                line: line);
            return null;
        }

        CheckNames(file, line, names, upload);
        var label = FindLabel(file, line, names, upload);
        return upload.Faults.Count > faults ? null : new(names, label);
    }

    // Tables written by a program often have the columns 0, 1, 2, … as names.
    private static IEnumerable<string> Counted(int count) => Enumerable.Range(0, count).Select(index => index.ToString());

    private static void CheckNames(string file, long line, string[] names, Upload upload)
    {
        foreach (var (index, name) in names.Index())
        {
            if (name.Length == 0 || name.Length > upload.Limits.MaxNameLength)
            {
                upload.Faults.Add(file, $"Column {index + 1} has {(name.Length == 0 ? "no name" : $"a name of {name.Length:N0} letters")}; expected 1 to {upload.Limits.MaxNameLength} letters.", line: line);
            }
        }

        foreach (var (name, count) in names.Where(name => name.Length > 0).CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(count => count.Value > 1))
        {
            upload.Faults.Add(file, $"{count} columns have the name '{ImportFaults.Shown(name)}'; each needs one of its own.", line: line);
        }
    }

    private static int FindLabel(string file, long line, string[] names, Upload upload)
    {
        var wanted = upload.Options.LabelColumn?.Trim();
        if (string.IsNullOrEmpty(wanted))
        {
            var usual = Array.FindIndex(names, name => name.Equals(DefaultLabel, StringComparison.OrdinalIgnoreCase));
            return usual >= 0 ? usual : names.Length - 1;
        }

        var found = Array.FindIndex(names, name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        if (found < 0)
        {
            var known = string.Join(", ", names.Take(NamesTold).Select(name => $"'{ImportFaults.Shown(name)}'"));
            upload.Faults.Add(
                file, $"There is no column '{ImportFaults.Shown(wanted)}' for the labels. The columns are {known}{(names.Length > NamesTold ? $" and {names.Length - NamesTold:N0} more" : "")}.", line: line);
        }

        return found;
    }
}
