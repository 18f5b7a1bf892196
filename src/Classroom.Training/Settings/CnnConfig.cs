namespace Classroom.Training.Settings;

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
