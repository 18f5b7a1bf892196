using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Measures;
using Classroom.Web.Features.Presets;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Tests;

/// <summary>What every preset must have; that its promise comes out is checked where the experiments' claims are.</summary>
public sealed class LabPresetsTests
{
    private static DataSetInfo Data(string id) => BuiltInDataSets.List.Single(info => info.Id == id);

    private static DataSetInfo Imported(DataSetKind kind) =>
        BuiltInDataSets.List.First(info => info.Kind == kind) with { Id = "0199a0a0-0000-7000-8000-000000000000" };

    private static ConfigReading Read(LabForm form) => TrainingConfigReader.Read(
        JsonSerializer.SerializeToElement(form.ToConfig()), new(), id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id));

    [Fact]
    public void A_preset_is_offered_only_on_data_that_its_promise_was_checked_on()
    {
        foreach (var info in BuiltInDataSets.List)
        {
            var offered = LabPresets.For(info);
            Assert.NotEmpty(offered);
            Assert.All(offered, preset => Assert.Contains(info.Id, preset.DataSets));
            Assert.All(offered, preset => Assert.NotNull(preset.Promise));
        }
    }

    [Theory]
    [InlineData(DataSetKind.Image)]
    [InlineData(DataSetKind.Table)]
    [InlineData(DataSetKind.Sequence)]
    [InlineData(DataSetKind.Text)]
    public void Data_of_ones_own_gets_one_starting_point_that_promises_nothing(DataSetKind kind)
    {
        var start = Assert.Single(LabPresets.For(Imported(kind)));

        Assert.Null(start.Promise);
        Assert.Contains("nobody has tried it", start.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(start, LabPresets.All);
        Assert.Null(start.Config.Data);
        Assert.True(Read(LabForm.From(start.Config)).IsValid);
        Assert.Same(start, LabPresets.Find(start.On(Imported(kind).Id), Imported(kind)));
    }

    [Fact]
    public void Every_promise_is_a_sentence_with_checks_that_can_fail()
    {
        Assert.Equal(LabPresets.All.Select(preset => preset.Name).Distinct(), LabPresets.All.Select(preset => preset.Name));
        foreach (var preset in LabPresets.All)
        {
            Assert.EndsWith(".", preset.Promise!.Text, StringComparison.Ordinal);
            Assert.NotEmpty(preset.OwnChecks);
            foreach (var check in preset.Promise.Checks)
            {
                Assert.NotNull(RunMeasure.Find(check.Measure));
                Assert.True(check.AtLeast is not null || check.AtMost is not null, preset.Name);
                Assert.Equal(preset.Name, check.Of);
                // What it is compared with learns from the same data, and differs in the rest.
                foreach (var other in new[] { check.Minus, check.Over }.OfType<string>()
                    .Select(name => LabPresets.All.Single(other => other.Name == name)))
                {
                    Assert.Subset(other.DataSets.ToHashSet(), preset.DataSets.ToHashSet());
                    Assert.Equal(preset.Config.Data, other.Config.Data);
                    Assert.Contains($"“{other.Name}”", preset.Promise.Text, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void The_form_trains_a_preset_as_it_was_checked_and_any_change_makes_it_ones_own()
    {
        foreach (var preset in LabPresets.All)
        {
            foreach (var dataSet in preset.DataSets)
            {
                var form = LabForm.From(preset.On(dataSet));
                form["seed"] = "7";
                var reading = Read(form);

                Assert.True(
                    reading.IsValid,
                    $"{preset.Name} on {dataSet}: {string.Join(" ", reading.Errors.Select(error => $"{error.Key}: {error.Value[0]}"))}");
                Assert.Equal((preset.On(dataSet) with { Seed = 7 }).ToJson(), reading.Config.ToJson());
                Assert.Same(preset, LabPresets.Find(reading.Config, Data(dataSet)));
                Assert.Null(LabPresets.Find(reading.Config with { Epochs = 77 }, Data(dataSet)));
            }
        }
    }

    [Fact]
    public void The_form_begins_with_the_first_preset() =>
        Assert.Same(LabPresets.All[0], LabPresets.Find(Read(new LabForm()).Config!, Data("digits")));
}
