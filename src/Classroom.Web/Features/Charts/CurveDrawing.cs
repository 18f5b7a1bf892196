using Microsoft.JSInterop;

namespace Classroom.Web.Features.Charts;

/// <summary>
/// What the browser has of a chart, and what it is to be sent next: the whole picture, the upright line, or the points that have
/// come since.
/// </summary>
public sealed class CurveDrawing
{
    /// <summary>Points of each trace where a chart is drawn whole.</summary>
    private const int Thinned = 1500;

    /// <summary>With more points than these, a line is drawn anew.</summary>
    private const int Longest = 4000;

    private ChartContent content = new();
    private List<CurveLine> lines = [];
    private string names = "";
    private ChartMarks marks = ChartMarks.None;
    private ChartMarks drawnMarks = ChartMarks.None;
    private bool stale = true;
    private bool whole = true;
    private bool news;

    /// <summary>What the chart shows from now on.</summary>
    public void Show(ChartContent next)
    {
        var (shown, nextNames) = (content, next.Names());
        content = next;
        if (nextNames != names || next.View != shown.View || next.Scale != shown.Scale)
        {
            stale = true;
            whole |= next.View.Axis != shown.View.Axis || next.Scale != shown.Scale;
            names = nextNames;
            lines = [.. next.Runs.Select(run => lines.Find(line => line.Run == run) ?? new CurveLine(run, next.Metric))];
        }

        stale |= shown.Held && !next.Held;
        marks = ChartMarks.Of(next);
    }

    /// <summary>Points have come.</summary>
    public void NoteNews() => news = true;

    /// <summary>Nobody knows what the browser has: it is sent the whole again.</summary>
    public void StartOver() => (stale, whole) = (true, true);

    /// <summary>The one call that comes next, which then counts as done; null where the browser has everything.</summary>
    public Func<IJSObjectReference, CancellationToken, ValueTask>? NextCall()
    {
        var (view, scale, held) = (content.View, content.Scale, content.Held);
        if (stale || (!held && news && lines.Exists(line => line.Drawn > Longest)))
        {
            var traces = lines.SelectMany(line => CurveTraces.Create(
                content.Metric, view, scale, line.Run.Name, line.Run.Place, content.Alone, line.Whole(view, Thinned, held))).ToList();
            var change = whole ? ChartStyle.Whole(content.Metric, view, scale) : null;
            (stale, whole, news) = (false, false, held && news);
            return (chart, cancelled) => chart.InvokeVoidAsync("draw", cancelled, traces, change);
        }

        if (!marks.Equals(drawnMarks))
        {
            drawnMarks = marks;
            return (chart, cancelled) => chart.InvokeVoidAsync("relayout", cancelled, ChartStyle.Marks(drawnMarks));
        }

        if (news && !held)
        {
            news = false;
            return CurveTraces.Added(scale, [.. lines.Select(line => line.Next(view))]) is { } batch
                ? (chart, cancelled) => chart.InvokeVoidAsync("append", cancelled, batch)
                : null;
        }

        return null;
    }
}
