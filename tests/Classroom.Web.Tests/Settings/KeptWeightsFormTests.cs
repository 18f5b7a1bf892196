using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Tests;

public sealed class KeptWeightsFormTests
{
    [Theory]
    [InlineData(null, null, "", false)]
    [InlineData(null, KeptWeights.Last, "", false)]
    [InlineData(null, KeptWeights.Best, "best", true)]
    [InlineData(3, KeptWeights.Best, "", true)]
    [InlineData(3, KeptWeights.Last, "last", false)]

    // As a run had it before there was a choice: trained again, it gives the same weights.
    [InlineData(3, null, "last", false)]
    public void The_choice_of_weights_survives_the_form(int? patience, KeptWeights? keep, string chosen, bool best)
    {
        var config = new TrainingConfig
        {
            Dataset = "xor",
            Model = new MlpConfig { Hidden = [4] },
            Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
            BatchSize = 16,
            Epochs = 5,
            Patience = patience,
            Keep = keep,
        };

        var form = LabForm.From(config);

        Assert.Equal(chosen, form["keep"]);
        var reading = TrainingConfigReader.Read(
            JsonSerializer.SerializeToElement(form.ToConfig()), new(), id => BuiltInDataSets.List.FirstOrDefault(info => info.Id == id));
        Assert.True(reading.IsValid);
        Assert.Equal(best, reading.Config.KeepsBest);
    }
}
