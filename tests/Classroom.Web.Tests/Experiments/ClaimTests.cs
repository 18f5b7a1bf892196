using System.Globalization;
using Classroom.Curriculum;
using Classroom.Training;
using Classroom.Web.Features.Lab.Experiments;

namespace Classroom.Web.Tests.Experiments;

/// <summary>
/// Every experiment's claim really comes out: its runs are trained as a student's are, with the default settings and three
/// seeds, and each check of the claim is made. With CLASSROOM_CLAIM in the environment only that term's.
/// </summary>
public sealed class ClaimTests(ITestOutputHelper output)
{
    private static readonly Curriculum.Curriculum Curriculum = Classroom.Curriculum.Curriculum.Load(Classroom.Curriculum.Curriculum.DefaultFolder);

    public static TheoryData<string> Slugs => [.. Curriculum.Terms.Where(term => term.HasExperiment).Select(term => term.Slug)];

    /// <summary>The gradients that backpropagation claims are checked where a network is worked by hand: no run can show them.</summary>
    [Fact]
    public void Every_term_has_an_experiment_and_all_but_one_a_claim_that_runs_can_show()
    {
        Assert.Equal(20, Curriculum.Terms.Count(term => term.HasExperiment));
        Assert.Equal(["backpropagation"], Curriculum.Terms.Where(term => term.Experiment!.Claim.Checks.Count == 0).Select(term => term.Slug));
    }

    [Fact]
    public void Blame_passed_backwards_is_what_nudging_measures_in_the_experiments_own_network()
    {
        var config = ExperimentConfigs.Read(Curriculum.Find("backpropagation")!.Experiment!.Runs[0]);
        foreach (var seed in new[] { 0, 1, 2 })
        {
            using var network = new HandNetwork(config with { Seed = config.Seed + seed }, BuiltInDataSets.Get(config.Dataset)!);
            var greatest = 0f;
            for (var batch = 0; batch < network.Batches; batch++)
            {
                var gradients = network.Gradients(batch);
                Assert.Contains(gradients, gradient => Math.Abs(gradient) > 0.01f);
                greatest = Math.Max(greatest, gradients.Index().Max(entry => Math.Abs(entry.Item - network.FiniteDifference(batch, entry.Index))));
                network.Step(batch);
            }

            output.WriteLine($"backpropagation: greatest difference {greatest:G3}");
            Assert.InRange(greatest, 0, 1e-3f);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_claim_comes_out_with_three_seeds(string slug)
    {
        if (Environment.GetEnvironmentVariable("CLASSROOM_CLAIM") is { } only && only != slug)
        {
            return;
        }

        var experiment = Curriculum.Find(slug)!.Experiment!;
        var seeds = new[] { 0, 1, 2 };
        var measured = ExperimentTraining.Train(experiment, seeds);

        var findings = measured.Select(runs =>
        {
            var found = new ExperimentFindings(experiment);
            foreach (var (name, run) in runs)
            {
                found.Add(name, run);
            }

            return found;
        }).ToList();

        output.WriteLine($"{slug}: {experiment.Claim.Text}");
        var failed = new List<string>();
        foreach (var check in experiment.Claim.Checks)
        {
            var values = findings.Select(found => (Value: found.Value(check), Holds: found.Holds(check))).ToList();
            var line = $"  {Describe(check)}: {string.Join(" ", values.Select(value => value.Value?.ToString("G4", CultureInfo.InvariantCulture) ?? "nothing"))}";
            output.WriteLine(line);
            if (values.Exists(value => value.Holds != true))
            {
                failed.Add(line);
            }
        }

        foreach (var run in experiment.Runs.Concat(experiment.Base is null ? [] : [experiment.Base]))
        {
            output.WriteLine($"  {run.Name}: {string.Join(", ", RunMeasure.All.Select(measure => (measure.Name, Values: measured.Select(runs => measure.Value(runs[run.Name], 0.85)).ToList()))
                .Where(row => row.Values[0] is not null && row.Name is not "diverged").Select(row => $"{row.Name} {string.Join(" ", row.Values.Select(value => value?.ToString("G4", CultureInfo.InvariantCulture)))}"))}");
        }

        Assert.Empty(failed);
    }

    private static string Describe(ExperimentCheck check) =>
        $"{check.Measure} of {check.Of}{(check.Minus is { } minus ? $" minus {minus}" : "")}{(check.Over is { } over ? $" over {over}" : "")}"
        + $"{(check.AtLeast is { } least ? $" ≥ {least}" : "")}{(check.AtMost is { } most ? $" ≤ {most}" : "")}";
}
