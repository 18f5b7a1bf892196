namespace Classroom.Training.Data.Import;

/// <summary>Sentences about columns and classes that whoever uploads a table would want to know.</summary>
internal static class CsvNotes
{
    private const int Told = 5;

    /// <summary>The columns by name, or the first of them and how many more.</summary>
    public static string Columns(IReadOnlyList<string> names) =>
        (names.Count == 1 ? "column " : "columns ") + Listed(names);

    public static IEnumerable<string> Constant(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            yield return names.Count == 1
                ? $"The {Columns(names)} is constant: it has the same number in every training row, so it tells the network nothing."
                : $"The {Columns(names)} are constant: each has the same number in every training row, so they tell the network nothing.";
        }
    }

    /// <summary>Columns of whole numbers of which different ones became the same.</summary>
    public static IEnumerable<string> TooLong(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            yield return $"The numbers of the {Columns(names)} are too long to tell all of them apart: whole numbers are exact up to "
                + $"{CsvColumn.LargestExact:N0}. Shorten them, or leave the {(names.Count == 1 ? "column" : "columns")} out.";
        }
    }

    public static IEnumerable<string> Rare(IReadOnlyList<ReadClass> classes)
    {
        var single = classes.Where(read => read.Train + read.Validation == 1).Select(read => read.Name).ToList();
        if (single.Count > 0)
        {
            yield return single.Count == 1
                ? $"The class {Listed(single)} has only one row, so it cannot be both trained on and validated."
                : $"The classes {Listed(single)} have only one row each, so they cannot be both trained on and validated.";
        }
    }

    public static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Told).Select(name => $"'{ImportFaults.Shown(name)}'"))
            + (names.Count > Told ? $" and {names.Count - Told:N0} more" : "");
}
