using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Tests;

/// <summary>The options of a data set on their way through the lab: form, config, form again, description.</summary>
public sealed class LabDataOptionsTests
{
    private static ConfigReading Read(LabForm form) => TrainingConfigReader.Read(
        JsonSerializer.SerializeToElement(form.ToConfig()), new(), id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id));

    [Fact]
    public void What_is_typed_reaches_the_config_and_comes_back_when_a_run_is_cloned()
    {
        var config =
            Read(new() { Data = { ["train"] = "40", ["validation"] = " 200 ", ["labelNoise"] = "0,25" }, ["batchSize"] = "10" }).Config!;

        Assert.Equal(new DataConfig { Train = 40, Validation = 200, LabelNoise = 0.25 }, config.Data);
        var clone = LabForm.From(config);
        Assert.Equal(
            [("labelNoise", "0.25"), ("train", "40"), ("validation", "200")],
            clone.Data.OrderBy(option => option.Key).Select(option => (option.Key, option.Value)));
    }

    [Theory]
    [InlineData("1,500", 1500)]
    [InlineData("1 500", 1500)]
    [InlineData("1500", 1500)]
    public void A_separator_of_thousands_is_no_decimal_point(string typed, int train) =>
        Assert.Equal(train, Read(new() { Data = { ["train"] = typed } }).Config!.Data!.Train);

    [Theory]
    [InlineData("0.001", 0.001)]
    [InlineData("0,001", 0.001)]
    [InlineData("1e-3", 0.001)]
    [InlineData("1E-05", 1E-05)]
    [InlineData(" ,5", 0.5)]
    public void A_learning_rate_is_read_with_a_point_or_a_comma(string typed, double rate) =>
        Assert.Equal(rate, Read(new() { ["learningRate"] = typed }).Config!.Optimizer.LearningRate);

    [Fact]
    public void Empty_fields_leave_the_data_set_as_it_is()
    {
        var config = Read(new()).Config!;

        Assert.Null(config.Data);
        Assert.Empty(LabForm.From(config).Data);
    }

    [Fact]
    public void What_was_typed_for_digits_is_not_sent_for_another_data_set() =>
        Assert.True(Read(new() { DataSet = "sentences", Model = "rnn", Data = { ["train"] = "40" } }).IsValid);

    [Fact]
    public void What_is_wrong_is_named_by_its_field() =>
        Assert.Equal(
            ["data.labelNoise", "data.train"], Read(new() { Data = { ["train"] = "few", ["labelNoise"] = "40" } }).Errors.Keys.Order());

    [Fact]
    public void Options_of_all_kinds_come_back_when_a_run_is_cloned()
    {
        var config = Read(new() { DataSet = "letters", Data = { ["classes"] = "A, E F", ["noise"] = "0.2", ["hand"] = "steady" } }).Config!;

        Assert.Equal(["A", "E", "F"], config.Data!.Classes!);
        Assert.Equal(config.ToJson(), Read(LabForm.From(config)).Config!.ToJson());
    }

    [Fact]
    public void A_run_says_what_it_learned_from()
    {
        var config = Read(new() { Data = { ["train"] = "40", ["labelNoise"] = "0.2" }, ["batchSize"] = "10" }).Config!;

        Assert.Equal(
            [("Pictures to train on", "40"), ("Wrong labels", "0.2")],
            RunDescription.Settings(config).Take(2));
        Assert.Equal("Filters", RunDescription.Settings(Read(new()).Config!).First().Name);
    }
}
