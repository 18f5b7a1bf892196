using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Tests;

/// <summary>What a recording looks like on a page.</summary>
public sealed partial class ChartTests : IDisposable
{
    private const string Quiz = "hill-walk/quiz.yaml";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Each_run_has_a_panel_of_its_own_with_the_same_axes()
    {
        var panels = Panels(Chart("loss"));

        Assert.Equal(2, panels.Count);
        Assert.Equal(
            ["Run A", "Run B"], panels.Select(panel => Texts(panel).Single(text => text.StartsWith("Run", StringComparison.Ordinal))));
        Assert.Equal(Axis(panels[0]), Axis(panels[1]));
        Assert.Equal(["0", "2", "4", "6", "8", "1", "2", "3"], Axis(panels[0]));
    }

    [Fact]
    public void Training_is_solid_validation_dashed_and_each_line_has_its_name_beside_it()
    {
        var panel = Panels(Chart("loss"))[0];

        var lines = panel.Elements("path")
            .Where(path => path.Attribute("class")!.Value.StartsWith("f-none", StringComparison.Ordinal))
            .ToList();
        Assert.Equal([null, "7 5"], lines.Select(line => line.Attribute("stroke-dasharray")?.Value));
        Assert.Equal(["f-none s-s1", "f-none s-s2"], lines.Select(line => line.Attribute("class")!.Value));
        Assert.Contains("training", Texts(panel));
        Assert.Contains("validation", Texts(panel));
    }

    [Fact]
    public void A_higher_loss_is_drawn_higher_and_a_later_epoch_further_right()
    {
        var points = Points(Panels(Chart("loss"))[0]);

        Assert.Equal(3, points.Count);
        Assert.Equal(points.Select(point => point.X).Order(), points.Select(point => point.X));
        Assert.Equal(points.Select(point => point.Y).Order(), points.Select(point => point.Y));
    }

    [Fact]
    public void A_run_that_diverged_says_so_and_leaves_the_chart_at_its_top()
    {
        var panel = Panels(Chart("steps"))[1];

        Assert.Contains("diverged at step 4", Texts(panel));
        var height = double.Parse(panel.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);
        Assert.All(Points(panel), point => Assert.InRange(point.Y, 0, height));
        Assert.Equal(["0", "2", "4", "6", "1", "2", "3", "4"], Axis(panel));
    }

    [Fact]
    public void The_words_tell_the_values_and_not_what_they_mean()
    {
        var words = Regex.Match(Chart("loss"), "aria-label=\"([^\"]*)\"").Groups[1].Value;

        Assert.Equal(
            "Line chart of loss against epoch. Run A. Training loss: 2.25 at epoch 1, 1.50 at epoch 2, 0.75 at epoch 3. Validation loss: "
            + "2.30 at epoch 1, 1.75 at epoch 2, 1.88 at epoch 3. "
            + "Run B. Training loss: 3.50 at epoch 1. Validation loss: 6.3 × 10¹² at epoch 1. The run diverged at step 4.",
            System.Net.WebUtility.HtmlDecode(words));
    }

    [Fact]
    public void Accuracies_are_percentages_from_0_to_100()
    {
        var chart = Chart("accuracy");

        Assert.Equal(["0%", "25%", "50%", "75%", "100%", "1", "2", "3"], Axis(Panels(chart)[0]));
        Assert.Contains("Training accuracy: 13% at epoch 1, 50% at epoch 2, 88% at epoch 3.", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_the_chart_is_a_table_of_its_values()
    {
        var table = XElement.Parse(Regex.Match(Chart("loss"), "<table.*</table>", RegexOptions.Singleline).Value);

        Assert.Equal(
            ["epoch", "A training", "A validation", "B training", "B validation"],
            table.Descendants("thead").Descendants("th").Select(cell => cell.Value));
        Assert.Equal(
            ["1 2.25 2.30 3.50 6.3 × 10¹²", "2 1.50 1.75 – –", "3 0.75 1.88 – –"],
            table.Element("tbody")!.Elements("tr").Select(row => string.Join(' ', row.Elements().Select(cell => cell.Value))));
    }

    [Fact]
    public void How_restless_the_steps_are_is_told_in_table_and_words()
    {
        var chart = Chart("steps");

        Assert.Contains("From one step to the next it moves by 0.42 on average.", chart, StringComparison.Ordinal);
        Assert.Contains("mean change from step to step</th><td class=\"number\">0.42</td>", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_recording_is_told_at_a_few_epochs_from_the_first_to_the_last()
    {
        content.Write("hill-walk/charts/runs.json", Recording(60))
            .Replace(Quiz, "show: steps", "show: loss")
            .Replace(Quiz, "text: Run B", "text: None");

        var chart = ((ReadChartQuestion)content.Load().Find("hill-walk")!.Quiz!.Find("curve")!).ChartHtml;

        var rows = Regex.Matches(chart, "scope=\"row\">(\\d+)<").Select(match => match.Groups[1].Value);
        Assert.Equal(["1", "7", "13", "20", "27", "33", "40", "47", "53", "60"], rows);
        Assert.DoesNotContain("Run A", chart, StringComparison.Ordinal);
        Assert.Contains("run-single", chart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(19)]
    public void No_epoch_is_told_twice(int epochs)
    {
        content.Write("hill-walk/charts/runs.json", Recording(epochs))
            .Replace(Quiz, "show: steps", "show: loss")
            .Replace(Quiz, "text: Run B", "text: None");

        var chart = ((ReadChartQuestion)content.Load().Find("hill-walk")!.Quiz!.Find("curve")!).ChartHtml;

        var rows = Regex.Matches(chart, "scope=\"row\">(\\d+)<").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(rows.Distinct(), rows);
        Assert.Equal(("1", $"{epochs}"), (rows[0], rows[^1]));
    }

    [Fact]
    public void A_lesson_shows_a_recording_as_a_figure_with_the_words_of_its_author()
    {
        content.Replace(
            "hill-walk/lesson.md", "From 9 to 4 is a drop of 5.",
            "From 9 to 4 is a drop of 5.\n\n![Run A falls & B climbs](charts/runs.json#accuracy \"Two <real> runs\")");

        var html = content.Load().Find("hill-walk")!.Lesson!.Core.Html;

        Assert.Contains("role=\"img\" aria-label=\"Run A falls &amp; B climbs\"", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>Two &lt;real&gt; runs</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains(">100%</text>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_hold_nothing_that_the_security_policy_would_stop() =>
        Assert.DoesNotMatch("(?i) style=|<style|<script| on[a-z]+=| id=", Chart("loss") + Chart("steps"));

    private static string Recording(int epochs) =>
        $$"""{"runs":[{"name":"A","config":{"dataset":"digits","epochs":{{epochs}}},"outcome":"Completed","epochs":[{{string.Join(',', Enumerable.Range(1, epochs).Select(epoch =>
            $$"""{"epoch":{{epoch}},"step":{{epoch}},"trainLoss":{{1.0 / epoch}},"valLoss":1,"trainAccuracy":1,"valAccuracy":0}"""))}}]}]}""";

    private static string Chart(string show)
    {
        using var copy = new SampleContent();
        return ((ReadChartQuestion)copy.Replace(Quiz, "show: steps", $"show: {show}").Load().Find("hill-walk")!.Quiz!.Find(
            "curve")!).ChartHtml;
    }

    private static List<XElement> Panels(string chart) => [.. Svg().Matches(chart).Select(match => XElement.Parse(match.Value))];

    private static IEnumerable<string> Texts(XElement panel) => panel.Elements("text").Select(text => text.Value);

    /// <summary>What stands at the ticks: rows from below, then columns from the left.</summary>
    private static IEnumerable<string> Axis(XElement panel) => Texts(panel).Where(text => char.IsDigit(text[0]));

    private static List<(double X, double Y)> Points(XElement panel)
    {
        var path = panel.Elements("path").First(path => path.Attribute("class")!.Value == "f-none s-s1").Attribute("d")!.Value;
        return [.. path.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Select(point => point.Split(' '))
            .Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)))];
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
