namespace Classroom.Training;

/// <summary>What a run takes, before it is started.</summary>
/// <param name="Weights">Weights and biases.</param>
/// <param name="Steps">Of the whole run; early stopping may end it sooner.</param>
/// <param name="Time">
/// Of training on a core of its own, validation included. A rough figure: three networks of three kinds took between
/// half and twice of it on one server, and servers differ.
/// </param>
public sealed record TrainingEstimate(long Weights, long Steps, TimeSpan Time)
{
    // Measured over whole training steps. ComputeTime has other figures, which plan probes and so may never change.
    private const double MultiplicationsOfAMicrosecond = 25_000;
    private const double ValuesOfAMicrosecond = 280;
    private const double OfALayer = 12;
    private const double OfAPlace = 36;
    private const double OfAStep = 60;
    private const double WayBack = 1.5;

    // Probes keep to about this share of a run.
    private const double Probes = 1.08;

    /// <param name="config">As <see cref="TrainingConfigReader"/> read it.</param>
    /// <param name="dataSet">The config's data set as a whole; the config's own options are counted in.</param>
    public static TrainingEstimate Of(TrainingConfig config, DataSetInfo dataSet)
    {
        var data = DataOptions.Sizes(dataSet, config.Data);
        var size = ModelSize.Of(config.Model, data);
        var calls = config.Model is RnnConfig rnn
            ? OfAPlace * data.Shape[0] * rnn.Layers
            : OfALayer * ModelReader.Layers(config.Model, data.Kind);
        var perExample = (size.Multiplications / MultiplicationsOfAMicrosecond) + (size.Values / ValuesOfAMicrosecond);
        var stepsPerEpoch = TrainingRun.StepsPerEpoch(data, config.BatchSize);
        var epoch = (stepsPerEpoch * (OfAStep + (1 + WayBack) * calls)) + ((1 + WayBack) * data.Train * perExample)
            + (data.Validation * perExample);
        return new(size.Weights, (long)stepsPerEpoch * config.Epochs, TimeSpan.FromMicroseconds(epoch * config.Epochs * Probes));
    }
}
