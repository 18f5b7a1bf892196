namespace Classroom.Training.Data.Import;

/// <summary>Whether the first line of a table names the columns, or is an example.</summary>
internal static class CsvHeader
{
    private const int FieldsTold = 8;
    private const int LongestShown = 30;

    /// <summary>What was chosen, or what is plain; null after adding a question.</summary>
    public static bool? Decide(CsvSurvey survey, Upload upload)
    {
        if ((upload.Options.Choices.Header ?? Plain(survey)) is { } header)
        {
            return header;
        }

        var fields = survey.First.Take(FieldsTold).Select(field => field.Length == 0 ? "(empty)" : ImportFaults.Shown(field, LongestShown));
        var line = string.Join(", ", fields) + (survey.First.Length > FieldsTold ? ", …" : "");
        upload.Questions.Add(new(
            "header",
            $"The first line is: {line}. Is it an example like the lines after it, or does it name the columns?",
            [new("false", "It is an example; the columns have no names"), new("true", "It names the columns")]));
        return null;
    }

    /// <summary>The names of the columns; adds what is wrong with them to the faults.</summary>
    public static string[] Names(string file, CsvSurvey survey, bool header, Upload upload)
    {
        if (!header)
        {
            return [.. survey.First.Select((_, index) => $"Column {index + 1}")];
        }

        foreach (var (index, name) in survey.First.Index())
        {
            if (name.Length == 0)
            {
                upload.Faults.Add(
                    file, $"Column {index + 1} has no name; expected 1 to {upload.Limits.MaxNameLength} letters.", line: survey.FirstLine);
            }
            else if (ImportedName.Fault(name, upload.Limits.MaxNameLength) is { } fault)
            {
                upload.Faults.Add(file, $"The name of column {index + 1} {fault}.", line: survey.FirstLine);
            }
        }

        string[] names = [.. survey.First.Select(ImportedName.Clean)];
        foreach (var (name, count) in names.Where(name => name.Length > 0)
            .CountBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(count => count.Value > 1))
        {
            upload.Faults.Add(
                file, $"{count} columns have the name '{ImportFaults.Shown(name)}'; each needs one of its own.", line: survey.FirstLine);
        }

        return names;
    }

    private static bool? Plain(CsvSurvey survey)
    {
        var columns = survey.Columns.Zip(
            survey.First, (column, field) => (Column: column, Field: field, Cell: CsvCell.Parse(field))).ToList();
        if (survey.Rows == 0)
        {
            return !columns.Exists(column => column.Cell.IsNumber);
        }

        var numeric = columns.FindAll(column => column.Column.IsNumeric && column.Column.Numbers > 0);
        var others = columns.FindAll(column => !column.Column.IsNumeric || column.Column.Numbers == 0);
        var (words, numbers) = (numeric.Count(column => column.Cell.Form == CellForm.Word), numeric.Count(column => column.Cell.IsNumber));
        if (numeric.Count == 0 || (words > 0 && numbers == 0))
        {
            // A word above numbers can be nothing but a name, unless a label of the rows stands beside it.
            return others.Exists(other => other.Column.Has(other.Field)) ? null : true;
        }

        // A gap or a word beside numbers could be a faulty example as well as an odd name.
        return numbers == numeric.Count && IsLikeTheOthers(others, numeric) ? false : null;
    }

    // Numbers above numbers could be years, or 0, 1, 2, … as names. Not where a label recurs, a name would be there twice, or it
    // would be broken.
    private static bool IsLikeTheOthers(
        List<(CsvColumn Column, string Field, CsvCell Cell)> others, List<(CsvColumn Column, string Field, CsvCell Cell)> numeric) =>
        others.Count > 0
            ? others.TrueForAll(other => other.Column.Has(other.Field))
            : numeric.DistinctBy(column => column.Field).Count() < numeric.Count
                || numeric.Exists(column => column.Cell is { Form: CellForm.Number, HasPoint: true } or { Form: CellForm.DecimalComma });
}
