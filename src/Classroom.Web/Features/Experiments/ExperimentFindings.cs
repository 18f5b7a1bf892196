using Classroom.Curriculum.Experiments;
using Classroom.Training.Measures;

namespace Classroom.Web.Features.Experiments;

/// <summary>
/// What the runs of an experiment have measured, and what follows for its questions and its claim. The curves themselves are
/// not kept.
/// </summary>
public sealed class ExperimentFindings
{
    private readonly Experiment experiment;
    private readonly HashSet<string> runs = [];
    private readonly Dictionary<(string Run, string Measure, double Level), double?> values = [];

    public ExperimentFindings(Experiment experiment) => this.experiment = experiment;

    /// <summary>Every measure that the experiment asks for, with its level.</summary>
    public static IEnumerable<(string Measure, double Level)> Measures(Experiment experiment)
    {
        var ofQuestions = experiment.Questions.Select(question => question switch
        {
            PickRunQuestion pick => (pick.Measure, pick.Level ?? 0),
            MeasureQuestion number => (number.Measure, number.Level ?? 0),
            _ => (experiment.Measure, 0.0),
        });
        return ofQuestions.Concat(experiment.Claim.Checks.Select(check => (check.Measure, check.Level ?? 0)))
            .Concat(experiment.Prediction.Rule?.Measures ?? [])
            .Append((experiment.Measure, 0.0))
            .Distinct();
    }

    /// <summary>Runs that have been measured.</summary>
    public int Count => runs.Count;

    /// <summary>Nothing is missing to answer the questions.</summary>
    public bool IsComplete => experiment.IsBuild ? BestOwn is not null : experiment.Runs.All(run => runs.Contains(run.Name));

    /// <summary>The best network that she has built; null before the first is measured.</summary>
    public string? BestOwn => runs.Where(run => !ExperimentService.AllRuns(experiment).Any(ours => ours.Name == run))
        .OrderByDescending(run => values.GetValueOrDefault((run, experiment.Measure, 0)) ?? double.NegativeInfinity)
        .ThenBy(run => run, StringComparer.Ordinal)
        .FirstOrDefault();

    public bool Has(string run) => runs.Contains(run);

    /// <summary>Measures a run that is over.</summary>
    public void Add(string run, MeasuredRun measured)
    {
        runs.Add(run);
        foreach (var (measure, level) in Measures(experiment))
        {
            values[(run, measure, level)] = RunMeasure.Find(measure)!.Value(measured, level);
        }
    }

    /// <summary>Forgets a run, for another of its name.</summary>
    public void Remove(string run) => runs.Remove(run);

    /// <summary>Null while the run is not over, or where there was nothing to measure.</summary>
    public double? Of(string measure, string run, double? level = null) =>
        Named(run) is var name && runs.Contains(name) ? values.GetValueOrDefault((name, measure, level ?? 0)) : null;

    private string Named(string run) => experiment.IsBuild && run == ExperimentCheck.Own ? BestOwn ?? experiment.Runs[0].Name : run;

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
    public double? Value(ExperimentCheck check) => check.Value(name => Named(check, name));

    /// <summary>Whether it came out as claimed; null while it cannot be known.</summary>
    public bool? Holds(ExperimentCheck check) => check.Holds(Value(check));

    private double? Named(ExperimentCheck check, string name)
    {
        if (name == ExperimentCheck.Fewest)
        {
            return runs.Min(run => Of(check.Measure, run, check.Level));
        }

        if (experiment.Sweep is null || name is not (ExperimentCheck.Best or ExperimentCheck.Worst))
        {
            return Of(check.Measure, name, check.Level);
        }

        var all = All(check.Measure, check.Level).Select(run => run.Value).ToList();
        return all.Contains(null) ? null : name == ExperimentCheck.Best ? all.Max() : all.Min();
    }
}
