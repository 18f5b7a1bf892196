using Classroom.Training.Data;
using Classroom.Training.Losses;
using Classroom.Training.Models;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Probes;

/// <summary>A network, what it learns and from what: what a run trains, and a probe looks at.</summary>
internal sealed record ProbedRun(
    TrainingConfig Config,
    DataSet Data,
    Model Model,
    Network Network,
    ExampleTensors Examples,
    Objective Objective,
    FlatParameters Parameters,
    Validation Validation) : IDisposable
{
    public ComputeTime Time { get; } = new(Model, Data);

    /// <summary>Builds the network, in evaluation mode, and draws its first weights.</summary>
    /// <param name="config">What is to be learned, and how many layers are frozen.</param>
    /// <param name="data">As the config's options have made it.</param>
    /// <param name="model">The config's model on this data; it has no faults.</param>
    /// <param name="generator">The run's.</param>
    public static ProbedRun Create(TrainingConfig config, DataSet data, Model model, Generator generator)
    {
        var network = model.CreateNetwork(generator);
        network.eval();
        model.DrawWeights(network, config.Init, generator);
        var parameters = new FlatParameters(network, config.Freeze);
        var (objective, examples) = (Objective.Create(config, data), ExampleTensors.From(data));
        var validation = new Validation(network, data, examples, objective, model.Size.Multiplications);
        return new(config, data, model, network, examples, objective, parameters, validation);
    }

    /// <summary>The matrices and filters, without the biases.</summary>
    public IEnumerable<ParameterWindow> WeightMatrices =>
        Parameters.Windows.Where(window => !window.Name.Contains("bias", StringComparison.Ordinal));

    /// <summary>Where a picture in a frame comes from; only for pictures.</summary>
    public Thumbnail Thumbnail => new(Data.Shape[0], Data.Shape[1]);

    /// <summary>So many validation examples, as the network takes them.</summary>
    public Tensor Inputs(int first, int count) => Examples.Range(Data.Train + first, count).Inputs;

    /// <summary>The first so many validation examples, in slices.</summary>
    public Slices FirstExamples(int most) => new(Math.Min(most, Data.Validation), Model.Size.Multiplications);

    /// <summary>A validation picture as a frame holds it.</summary>
    public byte[] Picture(int example)
    {
        var pixels = Data.Shape[0] * Data.Shape[1];
        return Thumbnail.Render(Data.Values.Span.Slice((Data.Train + example) * pixels, pixels));
    }

    /// <summary>The labels of the first so many validation examples.</summary>
    public IEnumerable<int> Labels(int count) => Data.Labels.Slice(Data.Train, count).ToArray().Select(label => (int)label);

    /// <summary>The first so many numbers of a validation example, in their own unit.</summary>
    public IEnumerable<float> Numbers(int example, int most)
    {
        var size = Data.Shape.Aggregate((product, side) => product * side);
        var numbers = Data.Numbers.Slice((Data.Train + example) * size, Math.Min(size, most));
        return numbers.ToArray().Select((value, place) => InOwnUnit(place, value));
    }

    /// <summary>Frees the network's memory.</summary>
    public void Dispose()
    {
        Network.Dispose();
        Parameters.Dispose();
    }

    /// <summary>A number of an example in the unit that its column has outside the network.</summary>
    /// <param name="place">Which number of the example.</param>
    /// <param name="value">As the network sees it.</param>
    public float InOwnUnit(int place, float value)
    {
        var columns = Data.Columns;
        return columns.Count == 0
            ? value
            : (float)((value * columns[place % columns.Count].Deviation) + columns[place % columns.Count].Mean);
    }
}
