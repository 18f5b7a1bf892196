using static TorchSharp.torch;

namespace Classroom.Benchmarks;

/// <summary>The shortest TorchSharp loop that trains a model: no shuffling, no metrics, no validation, nothing to watch.</summary>
public sealed class BareRun : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> network;
    private readonly optim.Optimizer optimizer;
    private readonly Tensor inputs;
    private readonly Tensor targets;
    private readonly int batchSize;
    private int at;

    public BareRun(SpeedModel model)
    {
        network = model.Bare();
        optimizer = optim.Adam(network.parameters(), model.Config.Optimizer.LearningRate);
        batchSize = model.Config.BatchSize;
        var examples = Examples.Of(model.Data);
        inputs = examples.Characters.Length > 0 ? tensor(examples.Characters, examples.Shape) : tensor(examples.Numbers, examples.Shape);
        targets = tensor(examples.Targets, [examples.Shape[0], examples.Targets.Length / examples.Shape[0]]);
    }

    public void Train(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            var loss = nn.functional.cross_entropy(
                network.forward(inputs.narrow(0, at, batchSize)), targets.narrow(0, at, batchSize).flatten());
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            at = (at + batchSize) % (int)(inputs.shape[0] - batchSize);
        }
    }

    public void Dispose()
    {
        network.Dispose();
        optimizer.Dispose();
        inputs.Dispose();
        targets.Dispose();
    }
}
