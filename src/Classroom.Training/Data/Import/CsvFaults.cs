namespace Classroom.Training.Data.Import;

/// <summary>
/// What is wrong with the columns of a table, each fault said once a column with its lines; and what commas mean in them.
/// </summary>
internal static class CsvFaults
{
    private const string Advice = "Leave thousands commas out, and write decimals with a point, the same in the whole column.";

    /// <summary>For each column what a comma in a number means; faults are added.</summary>
    public static CommaMeaning[] Find(string file, CsvSurvey survey, string[] names, int label, char separator, Upload upload)
    {
        if (!upload.IsFaulty)
        {
            // Rows that were left out for a fault are no reason to ask for more.
            upload.CheckCount(file, survey.Rows, "row");
        }

        CheckLabel(file, survey, names[label], label, upload);
        var elsewhere = separator != ',' && survey.Columns.Where((_, place) => place != label).Any(column => column.HasDecimalCommas);
        var commas = new CommaMeaning[names.Length];
        foreach (var (place, column) in survey.Columns.Index().Where(column => column.Index != label))
        {
            CheckNumbers(file, column, names[place], upload);
            if (column.Meaning(separator, elsewhere) is { } meaning)
            {
                commas[place] = meaning;
                continue;
            }

            upload.Faults.Add(
                file,
                column.Commas.Count > 0
                    ? $"The column '{ImportFaults.Shown(names[place])}' holds '{column.Commas.Example}', in which the comma could stand "
                        + $"for thousands or for a decimal point. {Advice}{column.Commas.Others}"
                    : $"The column '{ImportFaults.Shown(names[place])}' holds points where other columns have decimal commas; they could "
                        + $"stand for thousands. {Advice}",
                line: column.Commas.Line);
        }

        return commas;
    }

    private static void CheckLabel(string file, CsvSurvey survey, string name, int label, Upload upload)
    {
        var column = survey.Columns[label];
        if (column.Missing.Count > 0)
        {
            upload.Faults.Add(
                file,
                $"The label is missing in the column '{ImportFaults.Shown(name)}': {Missing(column.Missing)} is not a label. Fill it in, "
                    + $"or leave the row out.{column.Missing.Others}",
                line: column.Missing.Line);
        }

        CsvLabel.CheckIsNoRegression(file, column, name, survey.Rows, upload);
    }

    private static void CheckNumbers(string file, CsvColumn column, string name, Upload upload)
    {
        var shown = ImportFaults.Shown(name);
        if (column.Missing.Count > 0)
        {
            upload.Faults.Add(
                file,
                $"A number is missing in the column '{shown}': {Missing(column.Missing)} is not a number. Fill it in, or leave out the "
                    + $"row or the column.{column.Missing.Others}",
                line: column.Missing.Line);
        }

        if (column.Words.Count > 0)
        {
            upload.Faults.Add(
                file,
                $"The column '{shown}' holds '{column.Words.Example}'; expected a number.{column.Words.Others}",
                line: column.Words.Line);
        }

        if (column.Huge.Count > 0)
        {
            upload.Faults.Add(
                file,
                $"The column '{shown}' holds {column.Huge.Example}; expected a number of usual size.{column.Huge.Others}",
                line: column.Huge.Line);
        }
    }

    private static string Missing(CsvPlaces places) => places.Example.Length == 0 ? "an empty field" : $"'{places.Example}'";
}
