using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>A network together with what depends on the kind of data: how bytes go in and what is worth looking at.</summary>
internal abstract class TrainableModel(nn.Module<Tensor, Tensor> network) : IDisposable
{
    public nn.Module<Tensor, Tensor> Network { get; } = network;

    public static TrainableModel Create(TrainingConfig config, DataSet data, Generator generator)
    {
        var model = (TrainableModel)(config.Model switch
        {
            CnnConfig cnn => new PictureModel(cnn, data, generator),
            RnnConfig rnn => new TextModel(rnn, data, config.Seed),
            _ => throw new ArgumentException($"No network is known for {config.Model.GetType().Name}.", nameof(config)),
        });
        var activation = (config.Model as CnnConfig)?.Activation ?? Activation.Tanh;
        InitialWeights.Draw(model.Network, config.Init, activation, generator);
        return model;
    }

    /// <summary>Bytes of a batch to (predictions, classes) and (predictions).</summary>
    public abstract (Tensor Logits, Tensor Targets) Predict(Tensor inputs, Tensor targets);

    /// <summary>Works for a moment at a look into the network; null while there is more to do.</summary>
    public abstract ProbeFrame? Probe(int step, int epoch);

    public virtual void Dispose() => Network.Dispose();
}
