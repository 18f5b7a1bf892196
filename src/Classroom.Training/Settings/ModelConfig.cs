using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>The shape of the network; in JSON told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MlpConfig), "mlp")]
[JsonDerivedType(typeof(CnnConfig), "cnn")]
[JsonDerivedType(typeof(RnnConfig), "rnn")]
[JsonDerivedType(typeof(AutoencoderConfig), "autoencoder")]
public abstract record ModelConfig
{
    /// <summary>The network is to draw its own input again: it learns without labels, and its loss compares the two.</summary>
    [JsonIgnore]
    public virtual bool CopiesInput => false;
}

/// <summary>A multilayer perceptron: dense layers one after another. Pictures go in as one long row of pixels.</summary>
public sealed record MlpConfig : ModelConfig
{
    /// <summary>Neurons in each hidden layer, first to last; without any, the output layer alone.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Probability that a hidden layer's value is dropped in a training step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Dropout { get; init; }

    /// <summary>
    /// Every hidden layer but the first adds to what it was given instead of replacing it (He et al., 2016); all have the same
    /// width.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Residual { get; init; }
}

/// <summary>Convolutions that keep the picture's size, each followed by activation and pooling; then dense layers.</summary>
public sealed record CnnConfig : ModelConfig
{
    /// <summary>Filters in each convolution, first to last.</summary>
    public required IReadOnlyList<int> Conv { get; init; }

    /// <summary>Side of each filter in pixels, odd.</summary>
    public int Kernel { get; init; } = 3;

    public Pooling Pool { get; init; }

    /// <summary>Neurons in each dense layer between the convolutions and the output.</summary>
    public IReadOnlyList<int> Dense { get; init; } = [];

    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Probability that a value before the output layer is dropped in a training step.</summary>
    public double Dropout { get; init; }
}

/// <summary>
/// Recurrent layers. Text: an embedding before them and an output for each character of the vocabulary at each place.
/// Sequence: what they hold after the last place goes to the output.
/// </summary>
public sealed record RnnConfig : ModelConfig
{
    public required Cell Cell { get; init; }

    /// <summary>Units in each recurrent layer.</summary>
    public required int Hidden { get; init; }

    public int Layers { get; init; } = 1;

    /// <summary>
    /// Of an LSTM: what the bias of each forget gate begins with, both of PyTorch's biases together, whatever
    /// <see cref="TrainingConfig.Init"/> draws (Jozefowicz et al., 2015). Drawn like the others when null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ForgetBias { get; init; }
}

/// <summary>
/// Squeezes a picture through ever narrower dense layers into a code of a few numbers, and draws it again from that code
/// through the same layers in reverse. Learns without labels.
/// </summary>
public sealed record AutoencoderConfig : ModelConfig
{
    [JsonIgnore]
    public override bool CopiesInput => true;

    /// <summary>Neurons in each layer between picture and code; the way back has the same in reverse.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    /// <summary>Numbers in the code.</summary>
    public required int Code { get; init; }

    public Activation Activation { get; init; } = Activation.Relu;
}
