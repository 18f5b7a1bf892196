using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Models;

/// <summary>
/// A model on a data set: whether the two fit, what the network takes, which layers it has, and how it is built. Everything but the
/// network itself follows from the config alone.
/// </summary>
/// <param name="data">What it is to learn from, whether it fits or not.</param>
internal abstract class Model(DataSetInfo data)
{
    /// <summary>What the network takes, or why it cannot be built.</summary>
    public ModelSize Size => field ??= CanRead ? ComputeSize() : ModelSize.Unfit(Reads, Data);

    /// <summary>Layers with weights, the output layer among them.</summary>
    public abstract int LayerCount { get; }

    /// <summary>How often a recurrent layer is called for one example: places times layers. 0 where there is none.</summary>
    public virtual int RecurrentCalls => 0;

    /// <summary>All layers from input to output; none where the model does not fit the data.</summary>
    public IReadOnlyList<LayerShape> LayerShapes => CanRead ? [LayerShape.Input(Data), .. HiddenShapes, OutputShape] : [];

    protected DataSetInfo Data { get; } = data;

    /// <summary>How many numbers one example has.</summary>
    protected int Features => Data.Shape.Aggregate((product, side) => product * side);

    /// <summary>What the model can learn from.</summary>
    protected abstract IReadOnlyList<DataSetKind> DataKinds { get; }

    /// <summary>The same in words, as the beginning of a sentence.</summary>
    protected abstract string Reads { get; }

    /// <summary>The activation that the first weights are drawn for.</summary>
    protected abstract Activation Activation { get; }

    /// <summary>The layers between input and output.</summary>
    protected abstract IEnumerable<LayerShape> HiddenShapes { get; }

    protected virtual LayerShape OutputShape => new(LayerKind.Output, [Network.Outputs(Data)]);

    private bool CanRead => DataKinds.Contains(Data.Kind);

    /// <summary>Builds the network; its weights are still to be drawn.</summary>
    /// <param name="generator">The run's; whatever the network draws in training comes from it.</param>
    public abstract Network CreateNetwork(Generator generator);

    /// <summary>Draws all weights of a network that <see cref="CreateNetwork"/> built.</summary>
    public void DrawWeights(Network network, Initialization init, Generator generator)
    {
        InitialWeights.Draw(network, init, Activation, generator);
        AdjustWeights(network, init);
    }

    /// <summary>
    /// The class <c>Network</c> of a model.py: what <see cref="CreateNetwork"/> builds, line by line. Its parameters have the names that
    /// they have in the safetensors file.
    /// </summary>
    public abstract string WritePython();

    /// <summary>What the network takes on data that it fits.</summary>
    protected abstract ModelSize ComputeSize();

    /// <summary>What differs from the usual first weights once these are drawn.</summary>
    protected virtual void AdjustWeights(Network network, Initialization init)
    {
    }
}
