using Classroom.Curriculum.Experiments;
using Classroom.Training.Loop;
using Classroom.Training.Measures;
using Classroom.Web.Features.Experiments;

namespace Classroom.Web.Tests.Experiments;

/// <summary>Answers are checked against the student's own runs: other runs, other right answers.</summary>
public sealed class ExperimentAnsweringTests
{
    private static readonly PickRunQuestion Worst = new(
        "Which ended worst?", "So it is.", "validation-accuracy", PickHighest: false, Level: null);
    private static readonly MeasureQuestion BestEpoch = new("When was it best?", "There it turned.", "best-epoch", "Few", 1, null);
    private static readonly MeasureQuestion Accuracy = new(
        "How many right?", "Read from the chart.", "validation-accuracy", "Many", 0.02, null);
    private static readonly ReasonQuestion Why = new(
        "Why?",
        "Because.",
        [
            new() { Text = "Few pictures", IsCorrect = true, Feedback = null },
            new() { Text = "Magic", IsCorrect = false, Feedback = "No magic here." }
        ]);

    private static readonly Experiment Experiment = new()
    {
        Id = "few-and-many",
        Title = "Few and many",
        Question = "How many are enough?",
        Prediction = new(
            "Which?", ["Few", "Many"], new PickRunRule("validation-accuracy", null, PickHighest: true, ["Few", "Many"], null, null, null)),
        Runs = [new("Few", "{}"), new("Many", "{}")],
        Views = [ExperimentView.Curves],
        Measure = "validation-accuracy",
        Questions = [Worst, BestEpoch, Accuracy, Why],
        Claim = new("More is better.", [new() { Measure = "validation-accuracy", Of = "Many", Minus = "Few", AtLeast = 0.1 }]),
    };

    [Theory]
    [InlineData(0.6f, 0.9f, "Few", "Many")]
    [InlineData(0.9f, 0.6f, "Many", "Few")]
    public void Which_run_is_right_follows_from_her_own_runs(float few, float many, string right, string wrong)
    {
        var findings = Findings(Run(few), Run(many));

        var good = ExperimentAnswering.Check(findings, Worst, right)!;
        var bad = ExperimentAnswering.Check(findings, Worst, wrong)!;

        Assert.Equal((true, false), (good.IsRight, bad.IsRight));
        Assert.Contains("So it is.", good.Feedback, StringComparison.Ordinal);
        Assert.Contains($"Validation accuracy: {(few > 0.8 ? "90.0%" : "60.0%")} for “Few”, ", bad.Feedback, StringComparison.Ordinal);
        Assert.DoesNotContain("So it is.", bad.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_her_runs_are_equal_any_answer_counts_and_she_is_told()
    {
        var checkedAnswer = ExperimentAnswering.Check(Findings(Run(0.7f), Run(0.7f)), Worst, "Many")!;

        Assert.Null(checkedAnswer.IsRight);
        Assert.Contains("do not tell them apart", checkedAnswer.Feedback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData(" 3 ", true)]
    [InlineData("2,5", true)]
    [InlineData("4", false)]
    [InlineData("-1", false)]
    [InlineData("− 1", false)]
    [InlineData("+2", true)]
    public void A_number_is_right_within_the_tolerance_of_what_her_run_measured(string typed, bool isRight) =>
        Assert.Equal(isRight, ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), BestEpoch, typed)!.IsRight);

    [Theory]
    [InlineData("91", true)]
    [InlineData("91 %", true)]
    [InlineData("91,0 percent", true)]
    [InlineData("0.9", false)]
    public void A_share_is_read_in_percent(string typed, bool isRight) =>
        Assert.Equal(isRight, ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), Accuracy, typed)!.IsRight);

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    public void What_is_no_number_is_no_answer(string typed) =>
        Assert.Null(ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), BestEpoch, typed));

    [Fact]
    public void A_name_that_is_no_choice_is_no_answer()
    {
        Assert.Null(ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), Worst, "Nobody"));
        Assert.Null(ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), Why, "Nobody"));
    }

    [Fact]
    public void A_wrong_reason_is_told_what_is_wrong_with_it()
    {
        Assert.Equal(
            new CheckedAnswer(false, "Magic", "No magic here."), ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), Why, "Magic"));
        Assert.Equal(
            new CheckedAnswer(true, "Few pictures", "Because."),
            ExperimentAnswering.Check(Findings(Run(0.6f), Run(0.9f)), Why, "Few pictures"));
    }

    [Fact]
    public void The_claim_is_checked_with_her_own_numbers()
    {
        var check = Experiment.Claim.Checks[0];

        Assert.Equal(
            (0.3, true), (Math.Round(Findings(Run(0.6f), Run(0.9f)).Value(check)!.Value, 3), Findings(Run(0.6f), Run(0.9f)).Holds(check)));
        Assert.False(Findings(Run(0.9f), Run(0.9f)).Holds(check));
        var half = new ExperimentFindings(Experiment);
        half.Add("Few", Run(0.6f));
        Assert.Null(half.Holds(check));
        Assert.Equal("validation accuracy of “Many”, minus that of “Few”", MeasureText.What(check));
        Assert.Equal("at least 10.0 points", MeasureText.Limit(check));
    }

    [Theory]
    [InlineData(3e-9, "less than a millionth")]
    [InlineData(0.000014, "about 14 millionths")]
    [InlineData(0.05, "0.05 ×")]
    [InlineData(12.0, "12 ×")]
    public void A_factor_too_small_for_figures_is_a_fraction_and_not_times_anything(double factor, string words) =>
        Assert.Equal(words, MeasureText.Format(MeasureUnit.Factor, factor));

    [Fact]
    public void Whether_a_run_diverged_is_asked_for_with_yes_or_no()
    {
        var check = new ExperimentCheck { Measure = "diverged", Of = "Giant steps", AtLeast = 1 };

        Assert.Equal(("“Giant steps”: diverged", "yes"), (MeasureText.What(check), MeasureText.Limit(check)));
        Assert.Equal("no", MeasureText.Limit(check with { AtLeast = null, AtMost = 0 }));
    }

    [Fact]
    public void A_limit_is_exact_and_a_measure_of_early_epochs_says_which()
    {
        var check = new ExperimentCheck { Measure = "time-step-ratio", Of = "RNN", AtMost = 0.000001 };

        Assert.Equal("at most 1 millionth", MeasureText.Limit(check));
        Assert.Equal(
            "“RNN”: gradient at the first time step divided by that at the last, averaged over the first 5 epochs",
            MeasureText.What(check));
        Assert.All(
            RunMeasure.All.Where(measure => measure.Probe == "gradient-norms"),
            measure => Assert.Contains("the first 5 epochs", MeasureText.Heading(measure), StringComparison.Ordinal));
    }

    private static ExperimentFindings Findings(MeasuredRun few, MeasuredRun many)
    {
        var findings = new ExperimentFindings(Experiment);
        findings.Add("Few", few);
        findings.Add("Many", many);
        return findings;
    }

    // Three epochs; the second is the best.
    private static MeasuredRun Run(float accuracy) => new()
    {
        Points = [Validation(1, 1.2f, accuracy / 2), Validation(2, 0.8f, accuracy), Validation(3, 0.9f, accuracy)],
        Steps = new(10, 1),
        Frames = [],
        TrainingTime = TimeSpan.FromSeconds(1),
        Diverged = false,
    };

    private static MetricPoint Validation(int epoch, float loss, float accuracy) =>
        new(epoch, epoch * 10, epoch, null, null, loss, accuracy);
}
