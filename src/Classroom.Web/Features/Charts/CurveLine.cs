using Classroom.Training.Loop;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.Charts.Statistics;

namespace Classroom.Web.Features.Charts;

/// <summary>One run in one chart: knows how much of the curve is drawn, and what to add. It keeps no points.</summary>
public sealed class CurveLine(WatchedRun run, CurveMetric metric)
{
    private RunningMean mean = new();
    private MetricPoint? best;
    private int seen;

    public WatchedRun Run => run;

    /// <summary>Train points in the drawing now.</summary>
    public int Drawn { get; private set; }

    /// <summary>What has come since the last time.</summary>
    public CurveStretch Next(CurveView view)
    {
        var stretch = Read(view, run.Points(seen));
        Drawn += stretch.Train.Count;
        return stretch;
    }

    /// <summary>The curve from its start, thinned.</summary>
    /// <param name="view">How to show it.</param>
    /// <param name="most">Points of each trace.</param>
    /// <param name="held">Only what has been shown so far.</param>
    public CurveStretch Whole(CurveView view, int most, bool held)
    {
        var points = held ? run.Points().Take(seen) : run.Points();
        (mean, best, seen) = (new(), null, 0);
        var stretch = Read(view, points);
        stretch = stretch with
        {
            Train = CurveThinning.Thin(stretch.Train, most),
            Smoothed = CurveThinning.Thin(stretch.Smoothed, most),
            Validation = CurveThinning.Thin(stretch.Validation, most),
        };
        Drawn = stretch.Train.Count;
        return stretch;
    }

    private CurveStretch Read(CurveView view, IEnumerable<MetricPoint> points)
    {
        List<(double X, double Y)> train = [];
        List<(double X, double Y)> smoothed = [];
        List<(double X, double Y)> validation = [];
        var bestBefore = best;
        foreach (var point in points)
        {
            var x = X(run, point.Step, view.Axis);
            if (Number(metric.OfTraining(point)) is { } value)
            {
                train.Add((x, value));
                if (view.Smooth)
                {
                    smoothed.Add((x, mean.Add(value)));
                }
            }

            if (Number(metric.OfValidation(point)) is { } measured)
            {
                validation.Add((x, measured));
            }

            // By the loss in every chart, so that the marks of all charts belong to the same epoch.
            best = Number(point.ValLoss) is { } loss && (best is null || loss < best.Value.ValLoss) ? point : best;
            seen++;
        }

        (double X, double Y)? ring = best is { } mark && mark != bestBefore && Number(metric.OfValidation(mark)) is { } y
            ? (X(run, mark.Step, view.Axis), y)
            : null;
        return new CurveStretch(train, smoothed, validation, ring);
    }

    /// <summary>Where a step lies on an axis.</summary>
    public static double X(WatchedRun run, int step, CurveAxis axis)
    {
        var stepsPerEpoch = Math.Max(1, run.Status.Steps / run.Config.Epochs);
        return axis switch
        {
            CurveAxis.Step => step,
            CurveAxis.Epoch => Math.Round((double)step / stepsPerEpoch, 4),
            _ => Examples(run, step, stepsPerEpoch),
        };
    }

    // The last step of an epoch takes what is left.
    private static double Examples(WatchedRun run, int step, int stepsPerEpoch)
    {
        var all = (long)run.Config.BatchSize * stepsPerEpoch;
        var train = run.Config.Data?.Train ?? (run.Config.Data?.Classes is null ? run.DataSet?.Train : null) ?? all;
        return (step / stepsPerEpoch * Math.Min(train, all)) + ((long)(step % stepsPerEpoch) * run.Config.BatchSize);
    }

    private static double? Number(float? value) => value is { } number && float.IsFinite(number) ? number : null;
}
