using Classroom.Curriculum;
using Classroom.Training;

namespace Classroom.Web.Features.Lab.Experiments;

/// <summary>What the runs of an experiment have measured, and what follows for its questions and its claim.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="runs">What has come of each run, by name; those that are not over are left out.</param>
public sealed class ExperimentFindings(Experiment experiment, IReadOnlyDictionary<string, MeasuredRun> runs)
{
    public bool IsComplete => experiment.Runs.All(run => runs.ContainsKey(run.Name));

    /// <summary>Null while the run is not over, or where there was nothing to measure.</summary>
    public double? Of(string measure, string run, double? level = null) =>
        runs.TryGetValue(run, out var measured) ? RunMeasure.Find(measure)?.Value(measured, level ?? 0) : null;

    /// <summary>The runs and what each measured, in their order.</summary>
    public IReadOnlyList<(string Run, double? Value)> All(string measure, double? level = null) =>
        [.. experiment.Runs.Select(run => (run.Name, Of(measure, run.Name, level)))];

    /// <summary>The run with the highest or the lowest measure; null while one is missing, or where the first two are equal.</summary>
    public string? Pick(PickRunQuestion question)
    {
        var all = All(question.Measure, question.Level);
        if (all.Any(run => run.Value is null))
        {
            return null;
        }

        var ordered = question.PickHighest ? all.OrderByDescending(run => run.Value).ToList() : [.. all.OrderBy(run => run.Value)];
        return ordered[0].Value == ordered[1].Value ? null : ordered[0].Run;
    }

    /// <summary>What a check of the claim has measured; null while it cannot be known.</summary>
    public double? Value(ExperimentCheck check)
    {
        var first = Named(check, check.Of);
        return check switch
        {
            { Minus: { } other } => first - Named(check, other),
            { Over: { } other } => first / Named(check, other),
            _ => first,
        };
    }

    /// <summary>Whether it came out as claimed; null while it cannot be known.</summary>
    public bool? Holds(ExperimentCheck check) => Value(check) is { } value
        ? !double.IsNaN(value) && !(value < check.AtLeast) && !(value > check.AtMost)
        : null;

    private double? Named(ExperimentCheck check, string name)
    {
        if (experiment.Sweep is null || name is not (ExperimentCheck.Best or ExperimentCheck.Worst))
        {
            return Of(check.Measure, name, check.Level);
        }

        var all = All(check.Measure, check.Level).Select(run => run.Value).ToList();
        return all.Contains(null) ? null : name == ExperimentCheck.Best ? all.Max() : all.Min();
    }
}
