using System.Globalization;

namespace Classroom.Training.Data.Import;

/// <summary>The labels of a table: which are one class, and what it is called.</summary>
internal sealed class CsvClasses(int most)
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<SortedSet<string>> spellings = [];

    // One for each name is enough.
    private readonly Dictionary<string, string> hiding = new(StringComparer.Ordinal);

    public int Count => spellings.Count;

    /// <summary>Labels in which something cannot be seen, as they stand in the file: one for each name.</summary>
    public IEnumerable<string> Hiding => hiding.Values;

    /// <summary>The class of a label, counted in the order in which they came; -1 where it would be one too many.</summary>
    /// <param name="label">As it stands in the file.</param>
    public int PlaceOf(string label)
    {
        var name = ImportedName.Clean(label);
        var key = KeyOf(name);
        if (!places.TryGetValue(key, out var place))
        {
            if (Count == most)
            {
                return -1;
            }

            places.Add(key, place = Count);
            spellings.Add(new SortedSet<string>(Shortest));
        }

        spellings[place].Add(name);
        if (ImportedName.HidesSomething(label))
        {
            hiding[name] = label;
        }

        return place;
    }

    /// <summary>The names of all classes, in the order in which they are stored: of all spellings the shortest.</summary>
    public string[] Names() => ClassOrder.InOrder(spellings.Select(all => all.Min!));

    /// <summary>For each class in the order in which they came its place among the names.</summary>
    public byte[] Order(string[] names) => [.. spellings.Select(all => (byte)Array.IndexOf(names, all.Min!))];

    /// <summary>The name of the class of a label that has come; otherwise the label.</summary>
    public string NameOf(string label) =>
        places.TryGetValue(KeyOf(ImportedName.Clean(label)), out var place) ? spellings[place].Min! : ImportFaults.Shown(label);

    /// <summary>Labels that were taken for one class, or that look as if they should be.</summary>
    public IEnumerable<string> Notes()
    {
        foreach (var all in spellings.Where(all => all.Count > 1))
        {
            yield return $"The labels {CsvNotes.Listed([.. all])} are the same number and one class, {all.Min}.";
        }

        var names = Names();
        foreach (var note in ClassNotes.DifferInCapitals("labels", names).Concat(ClassNotes.MayMeanNothing(names)))
        {
            yield return note;
        }
    }

    // 1, 1.0 and 01 are one number; whoever writes more than 28 digits means a name.
    private static string KeyOf(string name) =>
        decimal.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : name;

    private static readonly IComparer<string> Shortest = Comparer<string>.Create((one, other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other));
}
