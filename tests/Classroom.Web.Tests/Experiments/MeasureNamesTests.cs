using Classroom.Curriculum.Experiments;
using Classroom.Training.Measures;
using Classroom.Web.Features.Presets;

namespace Classroom.Web.Tests.Experiments;

public sealed class MeasureNamesTests
{
    [Fact]
    public void Content_may_name_exactly_the_measures_that_the_engine_has() =>
        Assert.Equal(RunMeasure.All.Select(measure => measure.Name), ExperimentMeasures.Names);

    [Fact]
    public void The_training_loss_has_one_name_in_measures_and_presets() => Assert.All(
        [.. RunMeasure.All.Select(measure => measure.Title), .. LabPresets.All.Select(preset => preset.Promise!.Text)],
        (string text) => Assert.DoesNotContain("train loss", text, StringComparison.OrdinalIgnoreCase));
}
