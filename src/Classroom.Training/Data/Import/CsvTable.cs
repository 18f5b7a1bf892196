using Classroom.Naming;

namespace Classroom.Training.Data.Import;

/// <summary>Rows of measured numbers; each column is brought to mean 0 and deviation 1 by what the training rows have.</summary>
internal static class CsvTable
{
    // A training row is never so far from the mean; one to validate may be, where the training rows are almost all alike.
    private const double Farthest = 1e6;

    public static StagedDataSet? Stage(CsvRows rows, CsvSurvey survey, Upload upload)
    {
        var layout = rows.Layout;
        var stored = (long)rows.Count * rows.Columns * sizeof(float);
        if (stored > upload.Limits.MaxUnpackedBytes)
        {
            upload.Faults.Add(
                layout.File,
                $"{Counted.Format(rows.Count, "row")} of {Counted.Format(rows.Columns, "number")} take {stored:N0} bytes; at most "
                    + $"{upload.Limits.MaxUnpackedBytes:N0} are allowed. Leave out rows or columns.");
            return null;
        }

        var classes = rows.Classes.Names();
        var labels = rows.Labels(classes);
        var split = ExampleSplit.Stratified(labels);
        var counts = split.Count(labels, classes);
        var (columns, same) = Scales(rows, split);
        var tooLong = layout.Numbers.Where(place => survey.Columns[place].HasTooLong).ToHashSet();
        var constant = same.Except(tooLong).ToHashSet();
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{rows.Count:N0} rows of {Counted.Format(rows.Columns, "number")} in {classes.Length} classes (column "
                + $"{ImportFaults.Shown(layout.LabelName)}), from {Upload.Shown(layout.File)}. "
                + $"{Upload.SplitInWords(split)} Each column minus its mean, divided by its standard deviation, both taken from the "
                + $"{split.Train:N0} training rows.",
            Kind = DataSetKind.Table,
            Train = split.Train,
            Validation = split.Validation,
            Shape = [rows.Columns],
            Classes = classes,
            Columns = columns,
            Reading = new()
            {
                Format = CsvLayout.Format,
                Taken = layout.Taken,
                Columns = layout.Columns(constant),
                Classes = counts,
                Split = split.Kind,
                Notes =
                [
                    .. layout.Notes(),
                    .. rows.NameNotes(),
                    .. CsvNotes.TooLong([.. tooLong.Select(place => layout.Names[place])]),
                    .. CsvNotes.Constant([.. constant.Order().Select(place => layout.Names[place])]),
                    .. rows.Classes.Notes(),
                    .. CsvNotes.Rare(counts),
                ],
            },
        };
        var numbers = new double[rows.Columns];
        return rows.Examples.StageRows(info, labels, split, (number, row) =>
        {
            rows.Examples.Read(number, numbers);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (float)Math.Clamp((numbers[i] - columns[i].Mean) / columns[i].Deviation, -Farthest, Farthest);
            }
        });
    }

    // Twice over the training rows, since the mean of the squares minus the square of the mean loses all digits of large numbers;
    // and from the first row's numbers on, since a sum of large numbers loses some too.
    private static (ColumnScale[] Scales, HashSet<int> Same) Scales(CsvRows rows, ExampleSplit split)
    {
        var training = split.Order[..split.Train];
        Array.Sort(training);
        var first = new double[rows.Columns];
        rows.Examples.Read(training[0], first);
        var (sums, farthest) = (new double[rows.Columns], new double[rows.Columns]);
        ForEach(rows, training, (column, value) =>
        {
            sums[column] += value - first[column];
            farthest[column] = Math.Max(farthest[column], Math.Abs(value - first[column]));
        });
        var means = sums.Select((sum, column) => first[column] + (sum / training.Length)).ToArray();
        var squares = new double[rows.Columns];
        ForEach(rows, training, (column, value) =>
        {
            // Tiny numbers have squares of 0.
            var apart = farthest[column] == 0 ? 0 : (value - means[column]) / farthest[column];
            squares[column] += apart * apart;
        });
        var scales = rows.Layout.Numbers.Select((place, column) =>
        {
            // A column that is always the same tells nothing: it becomes 0 everywhere.
            var deviation = farthest[column] * Math.Sqrt(squares[column] / training.Length);
            return new ColumnScale(rows.Layout.Names[place], means[column], double.IsNormal(deviation) ? deviation : 1);
        });
        return ([.. scales], [.. rows.Layout.Numbers.Where((_, column) => farthest[column] == 0)]);
    }

    private static void ForEach(CsvRows rows, int[] training, Action<int, double> visit)
    {
        var row = new double[rows.Columns];
        foreach (var number in training)
        {
            rows.Examples.Read(number, row);
            for (var column = 0; column < row.Length; column++)
            {
                visit(column, row[column]);
            }
        }
    }
}
