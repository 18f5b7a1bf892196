using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Classroom.Web.Features.Lab;

/// <summary>How every chart looks: series told apart by colour, dash and marker; text and grid take the theme's colours from CSS.</summary>
public static class ChartStyle
{
    private const string Blue = "#0072b2";
    private const string Vermilion = "#d55e00";

    public static Plotly.Blazor.Config Config() => new() { DisplayModeBar = Plotly.Blazor.ConfigLib.DisplayModeBarEnum.False, Responsive = true, DisplayLogo = false };

    public static Plotly.Blazor.Layout Layout(CurveMetric metric) => new()
    {
        PaperBgColor = "rgba(0,0,0,0)",
        PlotBgColor = "rgba(0,0,0,0)",
        Margin = new Margin { L = 56, R = 12, T = 8, B = 48 },
        ShowLegend = false,
        XAxis = [new XAxis { Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title { Text = "training step" }, RangeMode = Plotly.Blazor.LayoutLib.XAxisLib.RangeModeEnum.ToZero }],
        YAxis =
        [
            new YAxis
            {
                RangeMode = Plotly.Blazor.LayoutLib.YAxisLib.RangeModeEnum.ToZero,
                TickFormat = metric.IsShare ? ".0%" : null,
                Range = metric.IsShare ? [0, 1.02] : null,
            },
        ],
    };

    public static IList<ITrace> Traces(CurveMetric metric) =>
    [
        Trace(metric, "train", Plotly.Blazor.Traces.ScatterLib.ModeFlag.Lines, new Line { Color = Blue, Width = 1.5m }, null),
        Trace(metric, "validation", Plotly.Blazor.Traces.ScatterLib.ModeFlag.Lines | Plotly.Blazor.Traces.ScatterLib.ModeFlag.Markers, new Line { Color = Vermilion, Width = 3, Dash = "dash" }, new Marker { Color = Vermilion, Size = 9 }),
    ];

    private static Scatter Trace(CurveMetric metric, string name, ModeFlag mode, Line line, Marker? marker) => new()
    {
        Name = name,
        Mode = mode,
        Line = line,
        Marker = marker,
        X = [],
        Y = [],
        HoverTemplate = metric.IsShare ? "step %{x}: %{y:.1%}" : "step %{x}: %{y:.3f} " + metric.Unit,
    };
}
