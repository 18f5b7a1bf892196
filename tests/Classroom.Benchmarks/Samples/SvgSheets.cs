using System.Globalization;
using System.Security;
using System.Text;
using Classroom.Training.Data;

namespace Classroom.Benchmarks;

/// <summary>Sample sheets of numbers and of text.</summary>
public static class SvgSheets
{
    private const int Side = 320;
    private const int MostPoints = 300;
    private const int CurvesDown = 3;
    private const int CurveWidth = 160;
    private const int CurveHeight = 90;
    private const int LineHeight = 22;
    private const int Lines = 12;

    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

    /// <summary>The first training points; the classes differ in color and form. A number to predict is how high a point lies.</summary>
    public static byte[] Points(DataSet data)
    {
        var count = Math.Min(MostPoints, data.Train);
        var numbers = data.IsRegression
            ? [.. data.Numbers.ToArray().Zip(data.Targets.ToArray()).Take(count).SelectMany(point => new[] { point.First, point.Second })]
            : data.Numbers[..(2 * count)].ToArray();
        var reach = numbers.Max(Math.Abs) * 1.05;
        var body = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var x = (Side / 2) * (1 + (numbers[2 * i] / reach));
            var y = (Side / 2) * (1 - (numbers[(2 * i) + 1] / reach));
            var label = data.IsRegression ? 0 : data.Labels.Span[i];
            body.Append(label == 0
                ? Format($"<circle cx='{x:0.#}' cy='{y:0.#}' r='3' fill='{Colors[label]}'/>")
                : Format($"<path d='M{x - 3:0.#} {y - 3:0.#}h6v6h-6z' fill='{Colors[label]}'/>")).Append('\n');
        }

        return Sheet(Side, Side, $"Points of {data.Id}", body);
    }

    /// <summary>A column of curves for each class, or as many columns where there are no classes.</summary>
    public static byte[] Curves(DataSet data)
    {
        var columns = Math.Max(Colors.Length, data.Classes.Count);
        var places = data.Shape[0];
        var shown = data.Numbers[..(columns * CurvesDown * places)].ToArray();
        var reach = shown.Max(Math.Abs) * 1.1;
        var body = new StringBuilder();
        for (var i = 0; i < columns * CurvesDown; i++)
        {
            var (left, top) = (i % columns * CurveWidth, i / columns * CurveHeight);
            var points = shown.Skip(i * places).Take(places).Select((height, place) => Format(
                $"{left + 6 + (place * (CurveWidth - 12.0) / (places - 1)):0.#},{top + ((CurveHeight / 2) * (1 - (height / reach))):0.#}"));
            body.Append(
                Format(
                    $"<polyline points='{string.Join(' ', points)}' fill='none' stroke='{Colors[data.IsRegression ? 0 : data.Labels.Span[i] % Colors.Length]}' stroke-width='2'/>\n"));
        }

        return Sheet(columns * CurveWidth, CurvesDown * CurveHeight, $"Sequences of {data.Id}", body);
    }

    /// <summary>The first lines of the training text; short ones stand beside one another.</summary>
    public static byte[] Text(DataSet data)
    {
        var text = string.Concat(data.Values.Span[..data.TrainCharacters].ToArray().Select(character => data.Classes[character]));
        var all = text.Split('\n');
        var across = all[0].Length > 20 ? 1 : 6;
        var body = new StringBuilder();
        foreach (var (row, lines) in all.Chunk(across).Take(Lines).Index())
        {
            foreach (var (column, line) in lines.Index())
            {
                body.Append(
                    Format(
                        $"<text x='{12 + (column * 104)}' y='{(row + 1) * LineHeight}' font-family='sans-serif' font-size='15' fill='#1d2433'>{SecurityElement.Escape(line)}</text>\n"));
            }
        }

        return Sheet(640, (Lines + 1) * LineHeight, $"Lines of {data.Id}", body);
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static byte[] Sheet(int width, int height, string title, StringBuilder body) => Encoding.UTF8.GetBytes(
        $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}' "
            + $"role='img'>\n<title>{title}</title>\n<rect width='100%' height='100%' fill='#fbfaf7'/>\n{body}</svg>\n");
}
