namespace Classroom.Training.Data.Import;

/// <summary>Sentences about classes that whoever uploads them would want to know, whatever the format.</summary>
internal static class ClassNotes
{
    private static readonly string[] WordsForNothing = ["none", "missing"];

    /// <param name="what">What the names are in the files, such as labels.</param>
    /// <param name="names">Of all classes.</param>
    public static IEnumerable<string> DifferInCapitals(string what, IEnumerable<string> names) =>
        names.GroupBy(name => name.ToUpperInvariant()).Where(alike => alike.Skip(1).Any())
            .Select(alike =>
                $"The {what} {CsvNotes.Listed([.. alike.Order(StringComparer.Ordinal)])} differ only in capital letters; each is a class "
                + "of its own.");

    /// <summary>Labels that may be the name of a class, as in "no illness", as well as the want of one.</summary>
    public static IEnumerable<string> MayMeanNothing(IEnumerable<string> names) =>
        names.Where(name => WordsForNothing.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => $"The label '{name}' is a class like any other. If it means that there is no label, leave its rows out.");

    /// <summary>Of pictures: classes that are missing in one part of the data set.</summary>
    public static IEnumerable<string> MissingInOnePart(IReadOnlyList<ReadClass> classes)
    {
        string[] untrained = [.. classes.Where(read => read.Train == 0).Select(read => read.Name)];
        if (untrained.Length > 0)
        {
            yield return $"{Named(untrained)} no pictures to train on, so the network cannot learn "
                + $"{(untrained.Length == 1 ? "it" : "them")}.";
        }

        string[] unmeasured = [.. classes.Where(read => read.Validation == 0).Select(read => read.Name)];
        if (unmeasured.Length > 0)
        {
            yield return $"{Named(unmeasured)} no pictures for validation, so nothing shows whether the network has learned "
                + $"{(unmeasured.Length == 1 ? "it" : "them")}.";
        }
    }

    private static string Named(string[] names) =>
        names.Length == 1 ? $"The class {CsvNotes.Listed(names)} has" : $"The classes {CsvNotes.Listed(names)} have";
}
