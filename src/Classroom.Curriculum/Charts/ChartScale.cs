using System.Globalization;

namespace Classroom.Curriculum.Charts;

/// <summary>The axes that all panels of a chart share, so that runs can be compared at a glance.</summary>
internal sealed record ChartScale
{
    private const int FewPoints = 12;
    private const int MostTicks = 5;

    /// <summary>Left end of the horizontal axis; the runs' first point is at 1.</summary>
    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>Upper end of the vertical axis, which begins at 0. What lies above runs out of the picture.</summary>
    public required double Top { get; init; }

    public required IReadOnlyList<int> Columns { get; init; }

    public required IReadOnlyList<double> Rows { get; init; }

    public static ChartScale Create(Recording recording, ChartShow show)
    {
        var last = Math.Max(2, ChartValues.Length(recording, show));
        var first = last <= FewPoints ? 1 : 0;
        var rise = show == ChartShow.Accuracy ? 0.25 : NiceStep(Highest(recording, show) / (MostTicks - 1));
        var top = show == ChartShow.Accuracy ? 1 : Math.Ceiling(Highest(recording, show) / rise) * rise;
        var stride = Math.Max(1, (int)NiceStep((double)last / MostTicks));
        return new()
        {
            First = first,
            Last = last,
            Top = top,
            Columns =
                [.. Enumerable.Range(0, last + 1).Where(column => column >= first && (column % stride == 0 || column == 1 && first == 1))],
            Rows = [.. Enumerable.Range(0, (int)Math.Round(top / rise) + 1).Select(row => row * rise)],
        };
    }

    public string RowText(double row, ChartShow show) =>
        show == ChartShow.Accuracy ? ChartValues.Text(row, show) : row.ToString(Top < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture);

    /// <summary>
    /// The highest value that is to be seen. A run that explodes would press all others to the floor, so it counts only as
    /// far as its start.
    /// </summary>
    private static double Highest(Recording recording, ChartShow show)
    {
        var values = recording.Runs.SelectMany(run => run.DivergedAt is null
            ? ChartValues.Lines(run, show).SelectMany(line => line.Values)
            : ChartValues.Lines(run, show)[0].Values.Take(1).Select(start => 2 * start));
        return Math.Max(values.DefaultIfEmpty(1).Max(), 1e-3);
    }

    /// <summary>The smallest of 1, 2, 2.5, 5 times a power of ten that is not below <paramref name="least"/>.</summary>
    private static double NiceStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1, 2, 2.5, 5, 10 }.Select(step => step * power).First(step => step >= least * 0.999);
    }
}
