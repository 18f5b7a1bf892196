using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

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
