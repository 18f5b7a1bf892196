using System.Globalization;
using System.Net;
using System.Text;

namespace Classroom.Curriculum.Charts;

/// <summary>
/// Draws one run: axes, its lines with their names at the end, and where it diverged. Classes only, so it is right in light and dark.
/// </summary>
internal sealed class ChartPanel
{
    private const double Bottom = 42;
    private const double LabelSpace = 84;
    private const double LabelHeight = 18;
    private const int FewPoints = 12;

    private readonly StringBuilder svg = new();
    private readonly RecordedRun run;
    private readonly ChartScale scale;
    private readonly ChartShow show;
    private readonly double left;
    private readonly double top;
    private readonly double width;
    private readonly double height;
    private readonly double right;

    private ChartPanel(RecordedRun run, ChartScale scale, ChartShow show, bool single)
    {
        (this.run, this.scale, this.show) = (run, scale, show);
        (width, height) = single ? (440, 280) : (340, 264);
        (left, top) = (show == ChartShow.Accuracy ? 58 : 46, single ? 32 : 54);
        right = width - (show == ChartShow.Steps ? 18 : LabelSpace);
    }

    /// <param name="single">The chart has no other run: more room, and no name above it.</param>
    public static string Svg(RecordedRun run, ChartScale scale, ChartShow show, bool single)
    {
        var panel = new ChartPanel(run, scale, show, single);
        return panel.Draw(single);
    }

    private string Draw(bool single)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" focusable=\"false\" font-size=\"15\">");
        DrawAxes();
        if (!single)
        {
            Text(left, 18, "f-ink", $"Run {run.Name}", "font-weight=\"700\" font-size=\"16\"");
        }
        var lines = ChartValues.Lines(run, show);
        foreach (var line in lines)
        {
            DrawLine(line);
        }
        if (show != ChartShow.Steps)
        {
            DrawNames(lines);
        }
        if (run.DivergedAt is { } step)
        {
            Text((left + right) / 2, top + 18, "f-bad", $"diverged at step {step}", "font-weight=\"700\" text-anchor=\"middle\"");
        }
        return svg.Append("</svg>").ToString();
    }

    private void DrawAxes()
    {
        foreach (var row in scale.Rows)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{left} {Y(row):0.#}H{right}\" class=\"{(row == 0 ? "s-muted" : "s-line")}\" stroke-width=\"1\"/>");
            Text(left - 6, Y(row) + 5, "f-muted", scale.RowText(row, show), "text-anchor=\"end\"");
        }
        foreach (var column in scale.Columns)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(column):0.#} {Y(0):0.#}v5\" class=\"s-muted\" stroke-width=\"1\"/>");
            Text(X(column), Y(0) + 21, "f-muted", column.ToString(CultureInfo.InvariantCulture), "text-anchor=\"middle\"");
        }
        Text(2, top - 14, "f-muted", ChartValues.Quantity(show), "");
        Text(right, height - 4, "f-muted", ChartValues.Unit(show), "text-anchor=\"end\"");
    }

    private void DrawLine(ChartLine line)
    {
        var path = new StringBuilder();
        foreach (var (index, value) in line.Values.Index())
        {
            path.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{X(index + 1):0.#} {Y(Math.Min(value, scale.Top)):0.#}");
            if (value > scale.Top)
            {
                break;
            }
        }
        if (path.Length == 0)
        {
            return;
        }
        var (stroke, dash) = line.IsValidation ? ("s-s2", " stroke-dasharray=\"7 5\"") : ("s-s1", "");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"{path}\" class=\"f-none {stroke}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"{dash}/>");
        if (scale.Last <= FewPoints && show != ChartShow.Steps)
        {
            foreach (var (index, value) in line.Values.Index().Where(point => point.Item <= scale.Top))
            {
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle cx=\"{X(index + 1):0.#}\" cy=\"{Y(value):0.#}\" r=\"3.5\" "
                        + $"class=\"{(line.IsValidation ? "f-paper s-s2" : "f-s1 s-s1")}\" stroke-width=\"2\"/>");
            }
        }
    }

    /// <summary>Each name beside its line's end; where the ends are too close, the names make room for each other.</summary>
    private void DrawNames(IReadOnlyList<ChartLine> lines)
    {
        var ends = lines.Where(line => line.Values.Count > 0)
            .Select(line => (line.Name, At: Y(Math.Min(line.Values[^1], scale.Top)), X: X(line.Values.Count)))
            .OrderBy(end => end.At).ToList();
        if (ends is [var upper, var lower] && lower.At - upper.At < LabelHeight)
        {
            var middle = Math.Clamp((upper.At + lower.At) / 2, top + LabelHeight / 2, Y(0) - LabelHeight / 2);
            ends = [upper with { At = middle - LabelHeight / 2 }, lower with { At = middle + LabelHeight / 2 }];
        }
        foreach (var (name, at, x) in ends)
        {
            Text(x + 8, at + 5, "f-ink", name, "");
        }
    }

    private void Text(double x, double y, string fill, string text, string attributes) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" "
                + $"class=\"{fill}\"{(attributes.Length > 0 ? " " : "")}{attributes}>{WebUtility.HtmlEncode(text)}</text>");

    private double X(int column) => left + (right - left) * (column - scale.First) / (scale.Last - scale.First);

    private double Y(double value) => height - Bottom - (height - Bottom - top) * value / scale.Top;
}
