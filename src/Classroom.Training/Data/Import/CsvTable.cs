namespace Classroom.Training;

/// <summary>Rows of measured numbers; each column is brought to mean 0 and deviation 1 by what the training rows have.</summary>
internal static class CsvTable
{
    // A training row is never so far from the mean; one to validate may be, where the training rows are almost all alike.
    private const double Farthest = 1e6;

    public static StagedDataSet? Stage(string name, CsvRows rows, Upload upload)
    {
        var stored = (long)rows.Count * rows.Columns * sizeof(float);
        if (stored > upload.Limits.MaxUnpackedBytes)
        {
            upload.Faults.Add(name, $"{rows.Count:N0} rows of {rows.Columns:N0} numbers take {stored:N0} bytes; at most {upload.Limits.MaxUnpackedBytes:N0} are allowed. Leave out rows or columns.");
            return null;
        }

        var classes = rows.Classes;
        var validation = ValidationSplit.ExamplesFor(rows.Count);
        var columns = Scales(rows, validation);
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{rows.Count:N0} rows of {Counted(rows.Columns, "number")} in {classes.Length} classes (column {ImportFaults.Shown(rows.Header.LabelName)}), from {Upload.Shown(name)}. "
                + $"{Upload.SplitInWords(validation)} Each column minus its mean, divided by its standard deviation, both taken from the {rows.Count - validation:N0} training rows.",
            Kind = DataSetKind.Table,
            Train = rows.Count - validation,
            Validation = validation,
            Shape = [rows.Columns],
            Classes = classes,
            Columns = columns,
        };
        return rows.Examples.StageRows(info, rows.Labels(classes), (number, row) =>
        {
            rows.Examples.Read(number, row);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (float)Math.Clamp(((double)row[i] - columns[i].Mean) / columns[i].Deviation, -Farthest, Farthest);
            }
        });
    }

    // Twice over the training rows, since the mean of the squares minus the square of the mean loses all digits of large numbers.
    private static ColumnScale[] Scales(CsvRows rows, int validation)
    {
        var training = ExampleFile.Order(rows.Count)[..^validation];
        Array.Sort(training);
        var sums = new double[rows.Columns];
        Add(rows, training, (column, value) => sums[column] += value);
        var means = sums.Select(sum => (float)(sum / training.Length)).ToArray();
        var squares = new double[rows.Columns];
        Add(rows, training, (column, value) => squares[column] += (value - (double)means[column]) * (value - (double)means[column]));
        return
        [
            .. rows.Header.Numbers.Select((column, index) =>
            {
                // A column that is always the same tells nothing: it becomes 0 everywhere.
                var deviation = (float)Math.Sqrt(squares[index] / training.Length);
                return new ColumnScale(column, means[index], float.IsNormal(deviation) ? deviation : 1);
            }),
        ];
    }

    private static void Add(CsvRows rows, int[] training, Action<int, float> add)
    {
        var row = new float[rows.Columns];
        foreach (var number in training)
        {
            rows.Examples.Read(number, row);
            for (var column = 0; column < row.Length; column++)
            {
                add(column, row[column]);
            }
        }
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";
}
