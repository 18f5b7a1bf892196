using System.Globalization;
using Classroom.Web.Features.Charts.Statistics;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using XAxisTitle = Plotly.Blazor.LayoutLib.XAxisLib.Title;

namespace Classroom.Web.Features.Charts;

/// <summary>How every chart looks before it has a line; text and grid take the theme's colors from chart.css.</summary>
public static class ChartStyle
{
    private const string NoteColor = "#6d5bd0";

    private const string Family = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif";

    public static Config Config() =>
        new() { DisplayModeBar = Plotly.Blazor.ConfigLib.DisplayModeBarEnum.False, Responsive = true, DisplayLogo = false };

    public static Plotly.Blazor.Layout Layout() => new()
    {
        PaperBgColor = "rgba(0,0,0,0)",
        PlotBgColor = "rgba(0,0,0,0)",
        Margin = new Margin { L = 56, R = 28, T = 10, B = 48 },
        ShowLegend = false,
        HoverMode = HoverModeEnum.XUnified,
        // As chart.css has it: Plotly measures with these.
        Font = new Plotly.Blazor.LayoutLib.Font { Family = Family, Size = 14 },
        HoverLabel = new HoverLabel
        {
            BgColor = "#1d2433",
            NameLength = -1,
            Font = new Plotly.Blazor.LayoutLib.HoverLabelLib.Font { Family = Family, Size = 14, Color = "#ffffff" }
        },
        XAxis = [new XAxis
        {
            Title = new XAxisTitle { Text = CurveView.Words(CurveAxis.Step) },
            RangeMode = Plotly.Blazor.LayoutLib.XAxisLib.RangeModeEnum.ToZero
        }],
        YAxis = [new YAxis { RangeMode = Plotly.Blazor.LayoutLib.YAxisLib.RangeModeEnum.ToZero }],
    };

    /// <summary>What a view asks of the layout, under Plotly's own names; it shows the whole curve again.</summary>
    public static Dictionary<string, object?> Whole(CurveMetric metric, CurveView view, CurveScale scale) => new()
    {
        ["xaxis.title.text"] = CurveView.Words(view.Axis),
        ["xaxis.autorange"] = true,
        ["xaxis.hoverformat"] = view.Axis == CurveAxis.Epoch ? ".2f" : ",.0f",
        ["yaxis.type"] = view.Log ? "log" : "linear",
        // Raised exponents would come with inline styles, which the content security policy refuses, and "1e-3" is for programmers.
        ["yaxis.exponentformat"] = "none",
        ["yaxis.automargin"] = true,
        ["yaxis.tickformat"] = metric.IsShare ? ".0%" : "",
        ["yaxis.tickmode"] = scale.Ticks is null ? "auto" : "array",
        ["yaxis.tickvals"] = scale.Ticks?.Values,
        ["yaxis.ticktext"] = scale.Ticks?.Words,
        [scale.Range is null ? "yaxis.autorange" : "yaxis.range"] = scale.Range is { } range ? range : true,
    };

    /// <summary>The upright line at the epoch that the reader looks at, and a numbered one for each note.</summary>
    public static Dictionary<string, object?> Marks(ChartMarks marks) => new()
    {
        ["shapes"] = marks.Notes.Select(x => Upright(x, NoteColor, "solid"))
            .Concat(marks.Epoch is { } epoch ? [Upright(epoch, "#8b8778", "dot")] : [])
            .ToArray(),
        ["annotations"] = marks.Notes.Select((x, place) => (object)new
        {
            x,
            yref = "paper",
            y = 1,
            yanchor = "top",
            text = (place + 1).ToString(CultureInfo.InvariantCulture),
            // Beside the line: chart.css gives all text the theme's ink, which cannot be read on the line's color.
            xanchor = "left",
            xshift = 3,
            showarrow = false,
        }).ToArray(),
    };

    private static object Upright(double x, string color, string dash) => new
    {
        type = "line",
        x0 = x,
        x1 = x,
        yref = "paper",
        y0 = 0,
        y1 = 1,
        line = new { color, width = 2, dash },
    };
}
