using System.Text.Json.Serialization;
using Classroom.Training.Data.BuiltIn;

namespace Classroom.Training.Settings;

/// <summary>
/// How much of a data set a run sees, how it is drawn, and how many labels are wrong. Which of these options a data set has, with
/// their limits and what holds when they are null, is what <see cref="BuiltInDataSets.OptionsOf"/> says.
/// </summary>
public sealed record DataConfig
{
    /// <summary>Training examples, the first ones of the data set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Train { get; init; }

    /// <summary>Validation examples, the first ones of the data set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Validation { get; init; }

    /// <summary>
    /// Share of the training labels, 0 to 1, that are replaced by another class, drawn evenly. Validation labels stay right: what is
    /// measured is how well the network does on the truth, whatever it was taught.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LabelNoise { get; init; }

    /// <summary>Share of the validation labels, 0 to 1, that are replaced too: where the world itself is noisy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double ValidationLabelNoise { get; init; }

    /// <summary>Pictures: the classes that are kept, in the order of the data set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClassNames? Classes { get; init; }

    /// <summary>
    /// Standard deviation of what is added to each number, in the data set's own unit; pictures: 1 is from black to white.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Noise { get; init; }

    /// <summary>Pictures: how far a drawing may lie from the middle, in pixels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Shift { get; init; }

    /// <summary>
    /// Pictures: validation drawings lie exactly so many pixels left or right of the middle, and up or down as training drawings do.
    /// When null, they lie as training drawings do both ways.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ValidationShift { get; init; }

    /// <summary>Pictures: side of the box that holds a drawing, in pixels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Size { get; init; }

    /// <summary>Pictures: how unsteady the hand is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Handwriting Hand { get; init; }

    /// <summary>Points of <c>xor</c>: how far from the axes they stay.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Margin { get; init; }

    /// <summary>Points of <c>spiral</c>: how often each arm goes round.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Turns { get; init; }

    /// <summary>Sequences of <c>recall</c>: places between what is to be remembered and the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Lag { get; init; }

    /// <summary>Text: what is put into a random order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TextShuffle Shuffle { get; init; }

    /// <summary>Nothing is asked for that the data set does not do anyway.</summary>
    [JsonIgnore]
    public bool IsDefault => this == new DataConfig();
}
