using System.Text;

namespace Classroom.Curriculum.Charts;

/// <summary>A chart in words, for those who cannot see it: the same few values that the table has, without saying what they mean.</summary>
internal static class ChartWords
{
    public static string Describe(Recording recording, ChartShow show)
    {
        var words = new StringBuilder("Line chart of ").Append(ChartValues.Quantity(show))
            .Append(" against ")
            .Append(ChartValues.Unit(show))
            .Append('.');
        var told = ChartValues.Told(recording, show);
        foreach (var run in recording.Runs)
        {
            words.Append(recording.Runs.Count > 1 ? $" Run {run.Name}." : "");
            foreach (var line in ChartValues.Lines(run, show).Where(line => line.Values.Count > 0))
            {
                var values = told.Where(place => place <= line.Values.Count)
                    .Select(place => $"{ChartValues.Text(line.Values[place - 1], show)} at {ChartValues.Unit(show)} {place}");
                words.Append(' ')
                    .Append(char.ToUpperInvariant(line.Name[0]))
                    .Append(line.Name.AsSpan(1))
                    .Append(' ')
                    .Append(ChartValues.Quantity(show))
                    .Append(": ").AppendJoin(", ", values).Append('.');
            }
            if (show == ChartShow.Steps && ChartValues.MeanChange(run) is { } change)
            {
                words.Append(" From one step to the next it moves by ").Append(ChartValues.Text(change, show)).Append(" on average.");
            }
            words.Append(run.DivergedAt is { } step ? $" The run diverged at step {step}." : "");
        }
        return words.ToString();
    }
}
