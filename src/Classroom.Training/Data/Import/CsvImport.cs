namespace Classroom.Training.Data.Import;

/// <summary>
/// Reads a table: one line an example, with a label and numbers; the first line may name the columns. What is not plain is
/// asked. Pixels of square gray pictures become pictures unless a table was chosen; anything else becomes rows of columns with
/// mean 0 and deviation 1.
/// </summary>
internal static class CsvImport
{
    public static StagedDataSet? Read(string name, TextSource source, Upload upload)
    {
        upload.Reading = new() { Format = CsvLayout.Format, Taken = new() { Encoding = source.Encoding } };
        if (CsvDialect.Find(name, source.Content, upload) is not { } dialect)
        {
            return null;
        }

        upload.Reading = upload.Reading with { Taken = upload.Reading.Taken with { Separator = dialect.Separator.ToString() } };
        if (CsvSurvey.Read(name, source.Content, dialect, upload) is not { } survey)
        {
            return null;
        }

        if (Decide(name, source, dialect, survey, upload) is not { } plain)
        {
            return null;
        }

        var layout = CsvPictures.Decide(survey, plain, upload);
        upload.Reading = upload.Reading with { Taken = layout.Taken, Columns = layout.Columns(new HashSet<int>()) };
        upload.Sample = layout.Sample(survey, label => ImportFaults.Shown(label));
        if (upload.IsFaulty || CsvRows.Read(source.Content, layout, upload) is not { } read)
        {
            return null;
        }

        using var rows = read;
        upload.Sample = layout.Sample(survey, rows.Classes.NameOf);
        return layout.Content == RowContent.Pictures ? CsvPictures.Stage(rows, survey, upload) : CsvTable.Stage(rows, survey, upload);
    }

    private static CsvLayout? Decide(string name, TextSource source, CsvDialect dialect, CsvSurvey survey, Upload upload)
    {
        if (CsvHeader.Decide(survey, upload) is not { } header)
        {
            survey.TakeFirst();
            Show(survey, CsvHeader.Names(name, survey, false, upload), null, upload);
            return null;
        }

        if (!header)
        {
            survey.TakeFirst();
        }

        var names = CsvHeader.Names(name, survey, header, upload);
        Show(survey, names, header, upload);
        if (CsvLabel.Decide(name, survey, names, header, upload) is not { } label)
        {
            return null;
        }

        if (survey.Rows > upload.Limits.MaxExamples)
        {
            upload.Faults.Add(name, $"There are {survey.Rows:N0} rows; at most {upload.Limits.MaxExamples:N0} are allowed.");
        }

        return new(
            name, dialect, source.Encoding, header, names, label, CsvFaults.Find(name, survey, names, label, dialect.Separator, upload))
        {
            InFile = header ? survey.First : [],
        };
    }

    private static void Show(CsvSurvey survey, string[] names, bool? header, Upload upload)
    {
        upload.Reading = upload.Reading! with
        {
            Taken = upload.Reading.Taken with { Header = header },
            Columns = [.. names.Select(column => new ReadColumn(column, false, false))],
        };
        upload.Sample = new() { Rows = [.. survey.Shown.Select(row => (string[])[.. row.Select(field => ImportFaults.Shown(field))])] };
    }
}
