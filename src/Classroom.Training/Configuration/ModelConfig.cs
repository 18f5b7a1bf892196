using System.Text.Json.Serialization;

namespace Classroom.Training;

/// <summary>The shape of the network; in JSON told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CnnConfig), "cnn")]
[JsonDerivedType(typeof(RnnConfig), "rnn")]
public abstract record ModelConfig;

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

/// <summary>A character model: embedding, recurrent layers, and an output for each character of the vocabulary.</summary>
public sealed record RnnConfig : ModelConfig
{
    public required Cell Cell { get; init; }

    /// <summary>Units in each recurrent layer.</summary>
    public required int Hidden { get; init; }

    public int Layers { get; init; } = 1;
}
