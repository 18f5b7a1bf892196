using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.Charts.Statistics;

namespace Classroom.Web.Features.Charts;

/// <summary>What a chart is asked to show; nothing at first.</summary>
public sealed record ChartContent
{
    public IReadOnlyList<WatchedRun> Runs { get; init; } = [];

    public CurveMetric Metric { get; init; } = CurveMetric.Loss;

    public CurveView View { get; init; } = new();

    public CurveScale Scale { get; init; } = new();

    /// <summary>The chart shows one run, of which training and validation have a color each.</summary>
    public bool Alone { get; init; }

    /// <summary>The picture stands still; training does not.</summary>
    public bool Held { get; init; }

    /// <summary>Where the upright line stands; nowhere when null.</summary>
    public int? Epoch { get; init; }

    /// <summary>Steps that notes are pinned to, ascending.</summary>
    public IReadOnlyList<int> Notes { get; init; } = [];

    /// <summary>What tells the lines apart and gives them their colors: when it changes, the chart is drawn anew.</summary>
    public string Names() => string.Join('\n', Runs.Select(run => $"{run.Id} {run.Name} {run.Place} {Alone}"));
}
