using System.Text.Json;
using System.Text.Json.Serialization;
using Classroom.Training.Configs;

namespace Classroom.Training.Settings;

/// <summary>
/// Everything that decides a training run: the same config on the same data set gives the same curve bit for bit.
/// Configs from outside are read by <see cref="TrainingConfigReader"/>, which names every fault.
/// </summary>
public sealed record TrainingConfig
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A database may hand the properties back in another order.
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>The id of the data set.</summary>
    public required string Dataset { get; init; }

    /// <summary>The data set's options; all as the data set has them when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataConfig? Data { get; init; }

    public required ModelConfig Model { get; init; }

    public required OptimizerConfig Optimizer { get; init; }

    public LossFunction Loss { get; init; } = LossFunction.CrossEntropy;

    /// <summary>
    /// Of cross-entropy: the share, 0 to 0.5, of each label that is spread evenly over all classes (Szegedy et al., 2016); training
    /// and validation loss both have it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LabelSmoothing { get; init; }

    /// <summary>Examples in one step; the last step of an epoch takes what is left.</summary>
    public required int BatchSize { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Where every random draw of the run begins.</summary>
    public int Seed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Initialization Init { get; init; }

    /// <summary>The largest norm of all gradients together; none when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Clip { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LearningRateSchedule Schedule { get; init; }

    /// <summary>Early stopping: the run ends after so many epochs without a better validation loss; never when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Patience { get; init; }

    /// <summary>
    /// Which weights the run ends with; changes nothing about its curve. The last ones when null, also where there is a
    /// <see cref="Patience"/>: <see cref="TrainingConfigReader"/> chooses the best ones there, but runs from before there was
    /// a choice have kept the last ones.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public KeptWeights? Keep { get; init; }

    /// <summary>
    /// The finished run whose weights this one begins with (fine-tuning). Where the two have other classes, the output layer
    /// is drawn anew. Null for a run from scratch.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    /// <summary>How many layers, counted from the input, keep the weights of <see cref="From"/> unchanged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Freeze { get; init; }

    /// <summary>Kinds of frames to make; those that fit best when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Probes { get; init; }

    /// <summary>True where the run ends with the weights of its best epoch.</summary>
    [JsonIgnore]
    public bool KeepsBest => Keep == KeptWeights.Best;

    /// <summary>The config as the JSON that <see cref="TrainingConfigReader"/> and <see cref="FromJson"/> read.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no config.</exception>
    public static TrainingConfig FromJson(string json) =>
        JsonSerializer.Deserialize<TrainingConfig>(json, Json) ?? throw new JsonException("The config is null.");
}
