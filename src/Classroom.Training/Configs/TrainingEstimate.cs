using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;

namespace Classroom.Training.Configs;

/// <summary>What a run takes, before it is started.</summary>
/// <param name="Weights">Weights and biases.</param>
/// <param name="Steps">Of the whole run; early stopping may end it sooner.</param>
/// <param name="Time">
/// Of training on a core of its own, validation included. A rough figure: six configs (two CNNs, two MLPs, two GRUs) took
/// 0.7 to 1.3 times as much of a core of one server, and up to 1.6 times where it was crowded; and servers differ.
/// </param>
public sealed record TrainingEstimate(long Weights, long Steps, TimeSpan Time)
{
    // Fitted to whole runs: small layers wait for memory, so values count as well as multiplications. ComputeTime has other figures, which
    // plan probes and so may never change.
    private const double MultiplicationsOfAMicrosecond = 40_000;
    private const double ValuesOfAMicrosecond = 450;
    private const double OfALayer = 7.5;
    private const double OfAPlace = 22;
    private const double OfAStep = 36;
    private const double WayBack = 1.5;

    // Probes keep to about this share of a run.
    private const double Probes = 1.08;

    /// <param name="config">As <see cref="TrainingConfigReader"/> read it.</param>
    /// <param name="dataSet">The config's data set as a whole; the config's own options are counted in.</param>
    public static TrainingEstimate Create(TrainingConfig config, DataSetInfo dataSet)
    {
        var data = DataOptions.Sizes(dataSet, config.Data);
        var model = ModelTable.Create(config.Model, data);
        var size = model.Size;
        var calls = model.RecurrentCalls > 0 ? OfAPlace * model.RecurrentCalls : OfALayer * model.LayerCount;
        var perExample = (size.Multiplications / MultiplicationsOfAMicrosecond) + (size.Values / ValuesOfAMicrosecond);
        var stepsPerEpoch = data.StepsPerEpoch(config.BatchSize);
        var epoch = (stepsPerEpoch * (OfAStep + (1 + WayBack) * calls)) + ((1 + WayBack) * data.Train * perExample)
            + (data.Validation * perExample);
        return new(size.Weights, (long)stepsPerEpoch * config.Epochs, TimeSpan.FromMicroseconds(epoch * config.Epochs * Probes));
    }
}
