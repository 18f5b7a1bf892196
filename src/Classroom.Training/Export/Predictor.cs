using Classroom.Training.Data;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Probes;
using Classroom.Training.Probes.FeatureMaps;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Export;

/// <summary>
/// A trained network that answers. Its weights never change, so any number of threads may ask it at once; it must not be
/// disposed while one of them does. It holds about 8 bytes of memory a weight that is not the garbage collector's: dispose it.
/// </summary>
/// <remarks>An answer takes as long as a training step on one example: up to a few milliseconds for the largest CNN.</remarks>
public sealed class Predictor : IDisposable
{
    private readonly Network network;
    private readonly FlatParameters parameters;

    private Predictor(ModelConfig model, DataSetInfo data, Network network, FlatParameters parameters) =>
        (Model, Data, this.network, this.parameters) = (model, data, network, parameters);

    /// <summary>The shape of the network.</summary>
    public ModelConfig Model { get; }

    /// <summary>What it was trained on: what an input means, and the classes in the order of its outputs.</summary>
    public DataSetInfo Data { get; }

    /// <summary>How many numbers one example has.</summary>
    public int Inputs => Data.Shape.Aggregate((product, side) => product * side);

    /// <summary>Builds the network that these are the weights of.</summary>
    /// <exception cref="InvalidDataException">They are not from this program, or damaged.</exception>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    public static Predictor Load(NetworkWeights weights)
    {
        var (config, data) = (weights.ReadConfig().Model, weights.ReadData());
        var model = ModelTable.Create(config, data);
        if (model.Size.Faults is [var (field, message), ..])
        {
            throw new InvalidDataException($"{field}: {message}");
        }

        TorchRuntime.PrepareThread();
        Engine.Require();

        // Dropout would draw from it, but not outside training.
        using var generator = new Generator(0, CPU);
        var network = model.CreateNetwork(generator);
        var parameters = new FlatParameters(network, frozenLayers: 0);
        try
        {
            weights.CopyTo(parameters, data);
        }
        catch (ArgumentException fault)
        {
            parameters.Dispose();
            network.Dispose();
            throw new InvalidDataException("The weights do not fit their own network.", fault);
        }

        network.eval();
        return new(config, data, network, parameters);
    }

    /// <summary>
    /// What the network makes of one example: a score for each class (logits), a predicted number, or the copy of a picture from 0 to 1.
    /// </summary>
    /// <param name="inputs">
    /// <see cref="Inputs"/> numbers as people have them. Image: pixels from 0 (black) to 255 (white), row by row. Table and
    /// sequence: measured numbers in their own units, a sequence place by place.
    /// </param>
    /// <exception cref="ArgumentException">It is another number of numbers, or the network reads text.</exception>
    public float[] Predict(ReadOnlySpan<float> inputs) => Predict(Widened(inputs));

    /// <inheritdoc cref="Predict(ReadOnlySpan{float})"/>
    /// <remarks>Large numbers that differ little need 64 bits until the mean of their column is taken away.</remarks>
    public float[] Predict(ReadOnlySpan<double> inputs)
    {
        Check(inputs);
        TorchRuntime.PrepareThread();
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        return network.call(Example(inputs)).data<float>().ToArray();
    }

    /// <summary>How likely the network finds each class; together 1. Not finite where its weights are not.</summary>
    /// <param name="inputs">As for <see cref="Predict(ReadOnlySpan{float})"/>.</param>
    /// <exception cref="ArgumentException">It is another number of numbers, or the network tells no classes apart.</exception>
    public float[] Probabilities(ReadOnlySpan<float> inputs) => Probabilities(Widened(inputs));

    /// <inheritdoc cref="Probabilities(ReadOnlySpan{float})"/>
    public float[] Probabilities(ReadOnlySpan<double> inputs)
    {
        Check(inputs);
        if (Model.CopiesInput || Data.IsRegression)
        {
            throw new ArgumentException("This network tells no classes apart.", nameof(inputs));
        }

        TorchRuntime.PrepareThread();
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        return network.call(Example(inputs)).softmax(1).data<float>().ToArray();
    }

    /// <summary>
    /// What each convolution of a CNN makes of a picture, as the first frame of <see cref="ProbeKinds.FeatureMaps"/> has
    /// it; its label is not known.
    /// </summary>
    /// <param name="inputs">As for <see cref="Predict(ReadOnlySpan{float})"/>.</param>
    /// <exception cref="ArgumentException">It is another number of numbers, or the network has no convolutions.</exception>
    public ProbeFrame Maps(ReadOnlySpan<float> inputs)
    {
        var numbers = Widened(inputs);
        Check(numbers);
        if (network is not ConvolutionalNetwork convolutional)
        {
            throw new ArgumentException("This network has no convolutions.", nameof(inputs));
        }

        TorchRuntime.PrepareThread();
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var thumbnail = new Thumbnail(Data.Shape[0], Data.Shape[1]);
        return new(0, 0, ProbeKinds.FeatureMaps, FrameJson.Write(new FeatureMapsFrame(
            thumbnail.Render(inputs, high: 255),
            thumbnail.Width,
            thumbnail.Height,
            null,
            new FeatureMaps((CnnConfig)Model, Data).Of(convolutional, Example(numbers)))));
    }

    /// <summary>Scores (logits) for the character that comes after a text, one for each of the vocabulary.</summary>
    /// <param name="text">At least one character, all of them in the vocabulary, which is <see cref="Data"/>'s classes.</param>
    /// <exception cref="ArgumentException">
    /// The text is empty, holds a character that the network does not know, or the network reads no text.
    /// </exception>
    public float[] PredictNext(string text)
    {
        if (network is not CharacterNetwork || text.Length == 0)
        {
            throw new ArgumentException(text.Length == 0 ? "Give at least one character." : "This network reads no text.", nameof(text));
        }

        var places = Data.Classes.Index().ToDictionary(entry => entry.Item, entry => (long)entry.Index);
        var characters = text.EnumerateRunes()
            .Select(rune => places.TryGetValue(rune.ToString(), out var place)
                ? place
                : throw new ArgumentException($"The network does not know the character '{rune}'.", nameof(text)))
            .ToArray();
        TorchRuntime.PrepareThread();
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        return network.call(tensor(characters, 1, characters.Length))[0, -1].data<float>().ToArray();
    }

    public void Dispose()
    {
        network.Dispose();
        parameters.Dispose();
    }

    private Tensor Example(ReadOnlySpan<double> inputs) => tensor(Scale(inputs), [1, .. Shape()]);

    private void Check(ReadOnlySpan<double> inputs)
    {
        if (Data.Kind == DataSetKind.Text || inputs.Length != Inputs)
        {
            throw new ArgumentException(
                Data.Kind == DataSetKind.Text
                    ? "This network reads text, not numbers."
                    : $"One example has {Inputs} numbers; these are {inputs.Length}.",
                nameof(inputs));
        }
    }

    private IEnumerable<long> Shape() =>
        Data.Kind == DataSetKind.Image ? [1, Data.Shape[0], Data.Shape[1]] : Data.Shape.Select(side => (long)side);

    // As the examples were scaled that it learned from.
    private float[] Scale(ReadOnlySpan<double> inputs)
    {
        var scaled = new float[inputs.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = Data.Kind == DataSetKind.Image ? (float)inputs[i] / 255
                : Data.Columns.Count == 0 ? (float)inputs[i]
                : (float)((inputs[i] - Data.Columns[i % Data.Columns.Count].Mean) / Data.Columns[i % Data.Columns.Count].Deviation);
        }

        return scaled;
    }

    private static double[] Widened(ReadOnlySpan<float> inputs)
    {
        var numbers = new double[inputs.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = inputs[i];
        }

        return numbers;
    }
}
