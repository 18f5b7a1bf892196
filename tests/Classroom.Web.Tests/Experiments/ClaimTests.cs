using Classroom.Curriculum.Experiments;
using Classroom.Curriculum.Loading;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Interactive;
using Classroom.Training.Measures;
using Classroom.Web.Features.Experiments;
using Classroom.Web.Features.Presets;

namespace Classroom.Web.Tests.Experiments;

/// <summary>
/// Every experiment's claim and every preset's promise really comes out: its runs are trained as a student's are, with the
/// default settings and three seeds, and each check is made. With CLASSROOM_CLAIM in the environment only that experiment's or preset's.
/// </summary>
public sealed class ClaimTests(ITestOutputHelper output)
{
    private static readonly int[] Seeds = [0, 1, 2];

    private static readonly Curriculum.Curriculum Curriculum = CurriculumLoader.Load(Classroom.Curriculum.Curriculum.DefaultFolder);

    public static TheoryData<string> Ids => [.. Curriculum.Experiments.Select(experiment => experiment.Id)];

    public static TheoryData<string, string> PresetsAndDataSets =>
        [.. LabPresets.All.SelectMany(
            preset => preset.DataSets.Select(dataSet => new TheoryDataRow<string, string>(preset.Name, dataSet)))];

    /// <summary>The gradients that backpropagation claims are checked where a network is worked by hand: no run can show them.</summary>
    [Fact]
    public void Every_term_has_an_experiment_and_all_but_one_a_claim_that_runs_can_show()
    {
        Assert.Equal(20, Curriculum.Terms.Count(term => term.HasExperiment));
        Assert.Equal(
            ["backpropagation"],
            Curriculum.Experiments.Where(experiment => experiment.Claim.Checks.Count == 0).Select(experiment => experiment.Id));
    }

    [Fact]
    public void Blame_passed_backwards_is_what_nudging_measures_in_the_experiments_own_network()
    {
        var config = ExperimentConfigs.Read(Curriculum.Find("backpropagation")!.Experiment!.Runs[0]);
        foreach (var seed in Seeds)
        {
            using var network = new InteractiveNetwork(config with { Seed = config.Seed + seed }, BuiltInDataSets.Get(config.Dataset)!);
            var greatest = 0f;
            for (var batch = 0; batch < network.Batches; batch++)
            {
                var gradients = network.Gradients(batch);
                Assert.Contains(gradients, gradient => Math.Abs(gradient) > 0.01f);
                greatest = Math.Max(
                    greatest, gradients.Index().Max(entry => Math.Abs(entry.Item - network.FiniteDifference(batch, entry.Index))));
                network.Step(batch);
            }

            output.WriteLine($"backpropagation: greatest difference {greatest:G3}");
            Assert.InRange(greatest, 0, 1e-3f);
        }
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Ids))]
    public void The_claim_comes_out_with_three_seeds(string id)
    {
        SkipUnlessWanted(id);
        var experiment = Curriculum.FindExperiment(id)!;
        var measured = ExperimentTraining.Train(experiment, Seeds);

        var findings = measured.Select(runs =>
        {
            var found = new ExperimentFindings(experiment);
            foreach (var (name, run) in runs)
            {
                found.Add(name, run);
            }

            return found;
        }).ToList();

        var values = findings.Select(found => (Func<ExperimentCheck, double?>)found.Value);
        ClaimReport.Check(output, id, experiment.Claim, measured, [.. values]);

        var answers = findings.Select(
            found => PredictionAnswer.Create(experiment.Prediction, experiment.Prediction.Choices[0], found)).ToList();
        output.WriteLine(
            $"  prediction: {string.Join("; ", answers.Select(answer => $"{answer.CameTrue ?? answer.Words} ({answer.Figures})"))}");
        Assert.All(answers, answer => Assert.Contains(answer.CameTrue, experiment.Prediction.Choices));
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(PresetsAndDataSets))]
    public void A_presets_promise_comes_out_with_three_seeds_on_each_of_its_data_sets(string name, string dataSet)
    {
        SkipUnlessWanted(name);
        var promise = LabPresets.All.Single(preset => preset.Name == name).Promise!;
        var presets = promise.Checks.SelectMany(check => new[] { check.Of, check.Minus, check.Over }).OfType<string>().Distinct()
            .Select(of => LabPresets.All.Single(preset => preset.Name == of)).ToList();
        var measured = ExperimentTraining.Train(presets, dataSet, Seeds);

        ClaimReport.Check(output, $"{name} on {dataSet}", promise, measured, [.. measured.Select(runs =>
            (Func<ExperimentCheck, double?>)(check => check.Value(
                of => RunMeasure.Find(check.Measure)!.Value(runs[of], check.Level ?? 0))))]);
    }

    private static void SkipUnlessWanted(string name) =>
        Assert.SkipUnless((Environment.GetEnvironmentVariable("CLASSROOM_CLAIM") ?? name) == name, "Another claim is wanted.");
}
