using System.Text.Json.Serialization;

namespace Classroom.Training;

/// <summary>
/// How much of a data set a run sees, and how many of the labels it learns from are wrong. Which of these options a data set
/// has is for <see cref="DataOptions"/> to say.
/// </summary>
public sealed record DataConfig
{
    /// <summary>Training examples, the first ones of the data set; all of them when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Train { get; init; }

    /// <summary>Validation examples, the first ones of the data set; all of them when null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Validation { get; init; }

    /// <summary>
    /// Share of the training labels, 0 to 1, that are replaced by another class, drawn evenly. Validation labels stay right: what is
    /// measured is always how well the network does on the truth, whatever it was taught.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LabelNoise { get; init; }

    /// <summary>Nothing is asked for that the data set does not do anyway.</summary>
    [JsonIgnore]
    public bool IsDefault => this == new DataConfig();
}
