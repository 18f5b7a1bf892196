using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>What a layer does to each value it passes on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Activation>))]
public enum Activation
{
    [JsonStringEnumMemberName("linear")] Linear,
    [JsonStringEnumMemberName("sigmoid")] Sigmoid,
    [JsonStringEnumMemberName("tanh")] Tanh,
    [JsonStringEnumMemberName("relu")] Relu,
}

/// <summary>How a convolution's picture is made smaller: the largest or the mean of each 2×2, not at all, or by a stride of 2.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Pooling>))]
public enum Pooling
{
    [JsonStringEnumMemberName("max")] Max,
    [JsonStringEnumMemberName("avg")] Average,
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("stride")] Stride,
}

/// <summary>The unit of a recurrent layer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cell>))]
public enum Cell
{
    [JsonStringEnumMemberName("rnn")] Rnn,
    [JsonStringEnumMemberName("lstm")] Lstm,
    [JsonStringEnumMemberName("gru")] Gru,
}

/// <summary>Stochastic gradient descent, or Adam (Kingma and Ba, 2014, with β 0.9 and 0.999).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OptimizerKind>))]
public enum OptimizerKind
{
    [JsonStringEnumMemberName("sgd")] Sgd,
    [JsonStringEnumMemberName("adam")] Adam,
}

/// <summary>What training makes small.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LossFunction>))]
public enum LossFunction
{
    /// <summary>The mean of −ln of the probability that the right class got, in nats.</summary>
    [JsonStringEnumMemberName("cross-entropy")] CrossEntropy,

    /// <summary>
    /// The mean over the examples of a squared difference: of the probabilities and the right answer, summed over the classes;
    /// of the predicted and the true number; or, for an autoencoder, of picture and copy, averaged over the pixels.
    /// </summary>
    [JsonStringEnumMemberName("mean-squared-error")] MeanSquaredError,
}

/// <summary>How the learning rate changes over the run: not at all, or along half a cosine down to 0.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LearningRateSchedule>))]
public enum LearningRateSchedule
{
    [JsonStringEnumMemberName("constant")] Constant,
    [JsonStringEnumMemberName("cosine")] Cosine,
}

/// <summary>
/// Which of a run's weights are kept: those after its last step, or those after the epoch with the lowest validation loss.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeptWeights>))]
public enum KeptWeights
{
    [JsonStringEnumMemberName("last")] Last,
    [JsonStringEnumMemberName("best")] Best,
}

/// <summary>
/// How the first weights are drawn: as PyTorch's layers do; Kaiming (ReLU) and Xavier (others) with zero biases; or, of a GRU or
/// an LSTM, as PyTorch does but with the gate open that keeps the memory (Gers et al., 2000; Jozefowicz et al., 2015).
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Initialization>))]
public enum Initialization
{
    [JsonStringEnumMemberName("default")] Default,
    [JsonStringEnumMemberName("kaiming-xavier")] KaimingXavier,
    [JsonStringEnumMemberName("long-memory")] LongMemory,
}
