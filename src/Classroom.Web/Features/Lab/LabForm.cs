using System.Text.Json.Nodes;
using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>
/// What the lab's form holds, as typed. It becomes the JSON of a config and is checked like any other: the form has no
/// rules of its own.
/// </summary>
public sealed class LabForm
{
    public string DataSet { get; set; } = "digits";

    public bool IsText { get; set; }

    /// <summary>The drawn digits can be used in part and with wrong labels; empty fields leave them as they are.</summary>
    public bool HasDataOptions => DataSet == "digits";

    public string Train { get; set; } = "";

    public string Validation { get; set; } = "";

    public string LabelNoise { get; set; } = "";

    public string Conv { get; set; } = "8, 16";

    public string Kernel { get; set; } = "3";

    public string Pool { get; set; } = "max";

    public string Dense { get; set; } = "64";

    public string Activation { get; set; } = "relu";

    public string Dropout { get; set; } = "0";

    public string Cell { get; set; } = "gru";

    public string Hidden { get; set; } = "48";

    public string Layers { get; set; } = "1";

    public string Optimizer { get; set; } = "adam";

    public string LearningRate { get; set; } = "0.001";

    public string BatchSize { get; set; } = "32";

    public string Epochs { get; set; } = "5";

    public string Seed { get; set; } = "42";

    public static LabForm From(TrainingConfig config)
    {
        var form = new LabForm
        {
            DataSet = config.Dataset,
            IsText = config.Model is RnnConfig,
            Train = config.Data?.Train?.ToString() ?? "",
            Validation = config.Data?.Validation?.ToString() ?? "",
            LabelNoise = config.Data is { LabelNoise: > 0 and var share } ? share.ToString("0.####") : "",
            Optimizer = config.Optimizer.Kind.ToString().ToLowerInvariant(),
            LearningRate = config.Optimizer.LearningRate.ToString("0.##########"),
            BatchSize = config.BatchSize.ToString(),
            Epochs = config.Epochs.ToString(),
            Seed = config.Seed.ToString(),
        };
        switch (config.Model)
        {
            case CnnConfig cnn:
                form.Conv = string.Join(", ", cnn.Conv);
                form.Kernel = cnn.Kernel.ToString();
                form.Pool = cnn.Pool == Pooling.Average ? "avg" : cnn.Pool.ToString().ToLowerInvariant();
                form.Dense = string.Join(", ", cnn.Dense);
                form.Activation = cnn.Activation.ToString().ToLowerInvariant();
                form.Dropout = cnn.Dropout.ToString("0.##");
                break;
            case RnnConfig rnn:
                form.Cell = rnn.Cell.ToString().ToLowerInvariant();
                form.Hidden = rnn.Hidden.ToString();
                form.Layers = rnn.Layers.ToString();
                break;
        }

        return form;
    }

    public JsonObject ToConfig() => new()
    {
        ["dataset"] = DataSet,
        ["data"] = HasDataOptions ? new JsonObject { ["train"] = Optional(Train), ["validation"] = Optional(Validation), ["labelNoise"] = Optional(LabelNoise) } : null,
        ["model"] = IsText
            ? new JsonObject { ["kind"] = "rnn", ["cell"] = Cell, ["hidden"] = Number(Hidden), ["layers"] = Number(Layers) }
            : new JsonObject
            {
                ["kind"] = "cnn",
                ["conv"] = Numbers(Conv),
                ["kernel"] = Number(Kernel),
                ["pool"] = Pool,
                ["dense"] = Numbers(Dense),
                ["activation"] = Activation,
                ["dropout"] = Number(Dropout),
            },
        ["optimizer"] = new JsonObject { ["kind"] = Optimizer, ["learningRate"] = Number(LearningRate) },
        ["loss"] = "cross-entropy",
        ["batchSize"] = Number(BatchSize),
        ["epochs"] = Number(Epochs),
        ["seed"] = Number(Seed),
    };

    // What is no number stays text, so that the check can name the field.
    private static JsonNode? Number(string typed)
    {
        var text = typed.Trim().Replace(',', '.');
        return long.TryParse(text, out var whole) ? whole : double.TryParse(text, out var number) && double.IsFinite(number) ? number : text;
    }

    private static JsonNode? Optional(string typed) => string.IsNullOrWhiteSpace(typed) ? null : Number(typed);

    private static JsonArray Numbers(string typed) =>
        [.. typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Number)];
}
