using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

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
