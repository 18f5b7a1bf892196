using System.Text;

namespace Classroom.Curriculum.Charts;

/// <summary>The numbers behind a chart, at a few epochs or steps.</summary>
internal static class ChartTable
{
    private const string Missing = "–";

    public static string Html(Recording recording, ChartShow show)
    {
        var unit = ChartValues.Unit(show);
        var columns = recording.Runs.SelectMany(run => ChartValues.Lines(run, show), (run, line) => (run, line)).ToList();
        var html = new StringBuilder("<table class=\"table\"><thead><tr><th scope=\"col\">").Append(unit).Append("</th>");
        foreach (var (run, line) in columns)
        {
            html.Append("<th scope=\"col\" class=\"number\">")
                .Append(recording.Runs.Count > 1 ? $"{run.Name} " : "")
                .Append(line.Name)
                .Append("</th>");
        }
        html.Append("</tr></thead><tbody>");
        foreach (var place in ChartValues.Told(recording, show))
        {
            html.Append("<tr><th scope=\"row\">").Append(place).Append("</th>");
            Cells(
                html,
                columns.Select(
                    column => place <= column.line.Values.Count ? ChartValues.Text(column.line.Values[place - 1], show) : Missing));
        }
        if (show == ChartShow.Steps)
        {
            html.Append("<tr><th scope=\"row\">mean change from step to step</th>");
            Cells(
                html,
                columns.Select(column => ChartValues.MeanChange(column.run) is { } change ? ChartValues.Text(change, show) : Missing));
        }
        return html.Append("</tbody></table>").ToString();
    }

    private static void Cells(StringBuilder html, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            html.Append("<td class=\"number\">").Append(value).Append("</td>");
        }
        html.Append("</tr>");
    }
}
