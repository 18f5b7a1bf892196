using Classroom.Training.Settings;
using Classroom.Web.Features.Charts.Statistics;
using Classroom.Web.Features.Compare;
using Classroom.Web.Features.Runs;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Tests;

public sealed class CompareTests
{
    private static readonly TrainingConfig Config = new()
    {
        Dataset = "moons",
        Model = new MlpConfig { Hidden = [4] },
        Optimizer = new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
        BatchSize = 16,
        Epochs = 2,
        Seed = 1,
    };

    [Fact]
    public void An_address_names_each_run_once_and_six_at_most()
    {
        var ids = Enumerable.Range(0, 9).Select(_ => Guid.NewGuid()).ToList();
        Assert.Equal(ids[..6], CompareAddress.Parse([string.Join(',', ids)]));
        Assert.Equal(ids[..2], CompareAddress.Parse([ids[0].ToString(), null, $"nonsense, {ids[1]},,{ids[0]}", Guid.Empty.ToString()]));
        Assert.Empty(CompareAddress.Parse(null));
        Assert.Equal(ids[..3], CompareAddress.Parse([CompareAddress.Create(ids[..3]).Split('=')[1]]));
    }

    [Fact]
    public void Only_what_differs_is_named_and_what_a_run_does_not_have_is_a_dash()
    {
        var faster = Config with { Optimizer = Config.Optimizer with { LearningRate = 0.1, WeightDecay = 0.5 } };
        var found = RunDifferences.Find([(Config, "Moons"), (faster, "Moons")]);
        Assert.Equal(["Learning rate", "Weight decay"], found.Select(difference => difference.Name));
        Assert.Equal(["0.01", "0.1"], found[0].Values);
        Assert.Equal(["–", "0.5"], found[1].Values);
        Assert.Empty(RunDifferences.Find([(Config, "Moons"), (Config, "Moons")]));
        Assert.Contains(
            RunDifferences.Find([(Config, "Moons"), (Config with { Loss = LossFunction.MeanSquaredError }, "Moons")]),
            difference => difference.Name == "Loss");
    }

    [Fact]
    public void A_run_is_named_by_what_is_special_about_it()
    {
        (TrainingConfig, string)[] two = [(Config, "Moons"), (Config with { BatchSize = 64 }, "Moons")];
        Assert.Equal(["A: batch size 16", "B: batch size 64"], RunDifferences.Names(two, ["One", "Two"]));
        (TrainingConfig, string)[] many = [(Config, "Moons"), (Config with { BatchSize = 64, Epochs = 9, Seed = 3 }, "Moons")];
        Assert.Equal(["A: One", "B: Two"], RunDifferences.Names(many, ["One", "Two"]));
    }

    [Fact]
    public void A_setting_is_named_by_the_letters_of_the_runs_that_have_it()
    {
        (TrainingConfig, string)[] two = [(Config, "Moons"), (Config with { BatchSize = 64 }, "Moons")];
        Assert.Equal(["A and C: batch size 16", "B: batch size 64"], RunDifferences.SettingNames(two, [['A', 'C'], ['B']]));
        (TrainingConfig, string)[] many = [(Config, "Moons"), (Config with { BatchSize = 64, Epochs = 9, Dataset = "xor" }, "XOR")];
        Assert.Equal(["A and C", "B"], RunDifferences.SettingNames(many, [['A', 'C'], ['B']]));
    }

    [Fact]
    public void The_runs_differ_in_one_thing_only_where_one_column_differs()
    {
        Assert.Equal(
            "The runs differ in one thing",
            SettingDifferences.From([Config, Config with { BatchSize = 64 }, Config with { BatchSize = 32 }]).Heading());
        Assert.Equal(
            "The runs differ in two things", SettingDifferences.From([Config, Config with { BatchSize = 64, Seed = 3 }]).Heading());
        Assert.Equal("The runs have the same settings", SettingDifferences.From([Config, Config]).Heading());
    }

    [Fact]
    public void Pairs_are_runs_of_two_settings_with_the_same_seed()
    {
        var pairs = PairedSeeds.From(
        [
            new("a", 1, 0.50), new("b", 1, 0.75),
            new("a", 2, 0.50), new("b", 2, 0.25),
            new("b", 3, 1.00), new("a", 3, 0.25),
            new("a", 4, 0.50), new("b", 5, 1.00),
            new("a", 6, 0.50), new("b", 6, null),
        ])!;
        Assert.Equal([1, 2, 3, 6], pairs.Rows.Select(row => row.Seed));
        Assert.Equal([0.25, 1.00], pairs.Rows[2].Outcomes);
        Assert.Equal(new PairedComparison(3, 2, 1, 0.25, -0.25, 0.75), pairs.Compare(1, lowerIsBetter: false));
        Assert.Equal((1, 2), (pairs.Compare(1, lowerIsBetter: true)!.Better, pairs.Compare(1, lowerIsBetter: true)!.Worse));
    }

    [Fact]
    public void Without_a_common_seed_there_is_no_pair_and_without_an_end_no_comparison()
    {
        Assert.Null(PairedSeeds.From([new("a", 1, 0.5), new("b", 2, 0.5)]));
        Assert.Null(PairedSeeds.From([new("a", 1, 0.5), new("a", 1, 0.5)]));
        Assert.Null(PairedSeeds.From([new("a", 1, null), new("b", 1, 0.5)])!.Compare(1, lowerIsBetter: false));
    }

    [Theory]
    [InlineData(new[] { 1, 42, 7 }, 43)]
    [InlineData(new int[0], 1)]
    [InlineData(new[] { int.MaxValue, 0, 1 }, 2)]
    public void The_next_seed_is_one_that_no_run_has_had(int[] used, int expected) => Assert.Equal(expected, PairedSeeds.NextSeed(used));
}
