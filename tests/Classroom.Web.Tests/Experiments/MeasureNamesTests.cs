using Classroom.Curriculum;
using Classroom.Training;

namespace Classroom.Web.Tests.Experiments;

public sealed class MeasureNamesTests
{
    [Fact]
    public void Content_may_name_exactly_the_measures_that_the_engine_has() =>
        Assert.Equal(RunMeasure.All.Select(measure => measure.Name), ExperimentMeasures.Names);
}
