using System.Net;

namespace Classroom.Curriculum.Charts;

/// <summary>
/// A recording as a figure: one panel a run with the same axes, side by side or, on a phone, below each other; and its numbers.
/// </summary>
internal static class ChartFigure
{
    /// <param name="recording">What is drawn.</param>
    /// <param name="show">Which of its curves.</param>
    /// <param name="alternative">What the chart shows, for those who cannot see it; null for words made from the values.</param>
    /// <param name="caption">Below the chart; null for none.</param>
    public static string Html(Recording recording, ChartShow show, string? alternative = null, string? caption = null)
    {
        var scale = ChartScale.Create(recording, show);
        var single = recording.Runs.Count == 1;
        var panels = string.Concat(recording.Runs.Select(run => ChartPanel.Svg(run, scale, show, single)));
        return $"""
            <figure class="run-chart">
            <div class="run-panels{(single ? " run-single" : "")}" role="img" aria-label="{WebUtility.HtmlEncode(alternative ?? ChartWords.Describe(recording, show))}">{panels}</div>
            <details class="run-numbers"><summary>The numbers</summary>
            <div class="table-scroll" tabindex="0" role="group" aria-label="The numbers of the chart">{ChartTable.Html(recording, show)}</div>
            </details>
            {(caption is null ? "" : $"<figcaption>{WebUtility.HtmlEncode(caption)}</figcaption>")}
            </figure>
            """.ReplaceLineEndings("\n");
    }
}
