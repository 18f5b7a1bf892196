using System.Globalization;
using Classroom.Naming;

namespace Classroom.Training.Data.Import;

/// <summary>Which column of a table holds the labels.</summary>
internal static class CsvLabel
{
    private const string Usual = "label";
    private const int NamesTold = 20;
    private const int MostAnswers = 100;

    // Grades in steps of a half are classes still; prices are not.
    private const int MostDecimals = 20;

    // Of fewer rows nobody can say whether a word will come again.
    private const int FewWords = 10;

    /// <summary>What was chosen, or what is plain: a place among the columns; null after adding a fault or a question.</summary>
    public static int? Decide(string file, CsvSurvey survey, string[] names, bool header, Upload upload)
    {
        if (upload.Options.Choices.LabelColumn?.Trim() is { Length: > 0 } wanted)
        {
            return Chosen(file, survey, names, header, wanted, upload);
        }

        if (header && Array.FindIndex(names, name => name.Equals(Usual, StringComparison.OrdinalIgnoreCase)) is var usual and >= 0)
        {
            return usual;
        }

        var words = Places(survey, column => !column.IsNumeric);
        if (words.Count == 1 && !IsLikeNames(survey.Columns[words[0]], survey.Rows))
        {
            return words[0];
        }

        if (words.Count == 1)
        {
            upload.Faults.Add(
                file,
                $"The column {Named(words, names)} holds a different word in nearly every row, so it names the rows instead of sorting "
                    + "them into classes. Leave it out, or choose the column with the labels.");
            return null;
        }

        if (words.Count > 1)
        {
            upload.Faults.Add(
                file,
                $"The columns {Named(words, names)} hold words. Only the column with the labels can; all others need numbers. Leave the "
                    + "other columns with words out.");
            return null;
        }

        var repeating = Places(survey, column => IsLikeLabels(column, survey.Rows));
        if (repeating is [var only] && only == names.Length - 1)
        {
            return only;
        }

        if (repeating.Count == 0)
        {
            // With gaps, or with numbers that are not whole: whoever chooses one is told what is wrong in it.
            repeating = Places(survey, column => Repeats(column, survey.Rows));
        }

        if (repeating.Count == 0)
        {
            upload.Faults.Add(
                file,
                "No column looks like labels: each holds numbers that hardly repeat. To predict a number is a regression, which an "
                    + "imported table cannot be used for. Add a column with a class for each row, such as 'low' and 'high', or choose "
                    + "the column with the labels.");
            return null;
        }

        Ask(repeating, names, header, upload);
        return null;
    }

    /// <summary>Adds to the faults where the labels are measured numbers: then there is nothing to sort into classes.</summary>
    public static void CheckIsNoRegression(string file, CsvColumn column, string name, int rows, Upload upload)
    {
        var different = column.Different;
        var isMany = different is null
            || (different * 2 > rows && different > (column.IsWhole ? 10 : 2))
            || (!column.IsWhole && different > MostDecimals);
        if (column.Words.Count == 0 && column.Numbers > 0 && isMany)
        {
            var count = different is { } counted ? $"{counted:N0}" : $"more than {upload.Limits.MaxClasses}";
            upload.Faults.Add(
                file,
                $"The label column '{ImportFaults.Shown(name)}' holds {count} different numbers in {Counted.Format(rows, "row")}. That "
                    + "is a number to predict (a regression), not a class, and an imported table can only be sorted into classes. Choose "
                    + "another column, or put the numbers into groups such as 'low' and 'high'.");
        }
    }

    private static bool IsLikeLabels(CsvColumn column, int rows) =>
        column.IsWhole && column.Missing.Count == 0 && Repeats(column, rows);

    private static bool Repeats(CsvColumn column, int rows) => column.Different is >= 2 and var different && different * 2 <= rows;

    private static bool IsLikeNames(CsvColumn column, int rows) =>
        column.Different is null || (column.Different > FewWords && column.Different * 2 > rows);

    private static List<int> Places(CsvSurvey survey, Predicate<CsvColumn> holds) =>
        [.. survey.Columns.Index().Where(column => holds(column.Item)).Select(column => column.Index)];

    private static int? Chosen(string file, CsvSurvey survey, string[] names, bool header, string wanted, Upload upload)
    {
        var found = Array.FindIndex(names, name => name.Equals(ImportedName.Clean(wanted), StringComparison.OrdinalIgnoreCase));
        if (found < 0
            && !header
            && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= names.Length)
        {
            found = number - 1;
        }

        if (found >= 0)
        {
            return found;
        }

        upload.Faults.Add(
            file,
            $"There is no column '{ImportFaults.Shown(wanted)}' for the labels. The columns are "
                + $"{Named(Enumerable.Range(0, names.Length), names)}.",
            line: survey.FirstLine);
        return null;
    }

    private static void Ask(List<int> repeating, string[] names, bool header, Upload upload)
    {
        var likeliest = Enumerable.Reverse(repeating);
        var others = Enumerable.Range(0, names.Length).Reverse().Except(repeating);
        upload.Questions.Add(new(
            "labelColumn",
            "All columns hold numbers. Which one has the labels, that is, the class of each row?",
            [.. likeliest.Concat(others)
                .Take(MostAnswers)
                .Select(place => new ImportAnswer(header ? names[place] : $"{place + 1}", names[place]))]));
    }

    private static string Named(IEnumerable<int> places, string[] names)
    {
        var all = places.ToList();
        return string.Join(", ", all.Take(NamesTold).Select(place => $"'{ImportFaults.Shown(names[place])}'"))
            + (all.Count > NamesTold ? $" and {all.Count - NamesTold:N0} more" : "");
    }
}
