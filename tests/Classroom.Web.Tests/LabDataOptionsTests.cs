using System.Text.Json;
using Classroom.Training;
using Classroom.Web.Features.Lab;

namespace Classroom.Web.Tests;

/// <summary>The options of a data set on their way through the lab: form, config, form again, description.</summary>
public sealed class LabDataOptionsTests
{
    private static ConfigReading Read(LabForm form) => TrainingConfigReader.Read(
        JsonSerializer.SerializeToElement(form.ToConfig()), new(), id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id));

    [Fact]
    public void What_is_typed_reaches_the_config_and_comes_back_when_a_run_is_cloned()
    {
        var config = Read(new() { Train = "40", Validation = " 200 ", LabelNoise = "0,25", BatchSize = "10" }).Config!;

        Assert.Equal(new DataConfig { Train = 40, Validation = 200, LabelNoise = 0.25 }, config.Data);
        var clone = LabForm.From(config);
        Assert.Equal(("40", "200", "0.25"), (clone.Train, clone.Validation, clone.LabelNoise));
    }

    [Fact]
    public void Empty_fields_leave_the_data_set_as_it_is()
    {
        var config = Read(new()).Config!;

        Assert.Null(config.Data);
        Assert.Equal(("", "", ""), (LabForm.From(config).Train, LabForm.From(config).Validation, LabForm.From(config).LabelNoise));
    }

    [Fact]
    public void What_was_typed_for_digits_is_not_sent_for_another_data_set() =>
        Assert.True(Read(new() { DataSet = "sentences", IsText = true, Train = "40" }).IsValid);

    [Fact]
    public void What_is_wrong_is_named_by_its_field() =>
        Assert.Equal(["data.labelNoise", "data.train"], Read(new() { Train = "few", LabelNoise = "40" }).Errors.Keys.Order());

    [Fact]
    public void A_run_says_what_it_learned_from()
    {
        var config = Read(new() { Train = "40", LabelNoise = "0.2", BatchSize = "10" }).Config!;

        Assert.Equal(
            [("Pictures to train on", "40"), ("Wrong labels", "20 % of the training pictures")],
            RunDescription.Settings(config).Take(2));
        Assert.Equal("Filters", RunDescription.Settings(Read(new()).Config!).First().Name);
    }
}
