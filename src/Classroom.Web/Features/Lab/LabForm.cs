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

    /// <summary><c>mlp</c>, <c>cnn</c>, <c>rnn</c> or <c>autoencoder</c>.</summary>
    public string Model { get; set; } = "cnn";

    /// <summary>The data set's options by name, as typed; one that is empty leaves the data set as it is.</summary>
    public Dictionary<string, string> Data { get; init; } = [];

    /// <summary>Neurons of each hidden layer of an MLP or an autoencoder.</summary>
    public string HiddenLayers { get; set; } = "16, 16";

    public string Residual { get; set; } = "no";

    public string Code { get; set; } = "2";

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

    public string Schedule { get; set; } = "constant";

    public string BatchSize { get; set; } = "32";

    public string Epochs { get; set; } = "5";

    public string Seed { get; set; } = "42";

    public static LabForm From(TrainingConfig config)
    {
        var form = new LabForm
        {
            DataSet = config.Dataset,
            Data = Options(config),
            Optimizer = config.Optimizer.Kind.ToString().ToLowerInvariant(),
            LearningRate = config.Optimizer.LearningRate.ToString("0.##########"),
            Schedule = config.Schedule.ToString().ToLowerInvariant(),
            BatchSize = config.BatchSize.ToString(),
            Epochs = config.Epochs.ToString(),
            Seed = config.Seed.ToString(),
        };
        switch (config.Model)
        {
            case MlpConfig mlp:
                form.Model = "mlp";
                form.HiddenLayers = string.Join(", ", mlp.Hidden);
                form.Activation = mlp.Activation.ToString().ToLowerInvariant();
                form.Dropout = mlp.Dropout.ToString("0.##");
                form.Residual = mlp.Residual ? "yes" : "no";
                break;
            case AutoencoderConfig autoencoder:
                form.Model = "autoencoder";
                form.HiddenLayers = string.Join(", ", autoencoder.Hidden);
                form.Activation = autoencoder.Activation.ToString().ToLowerInvariant();
                form.Code = autoencoder.Code.ToString();
                break;
            case CnnConfig cnn:
                form.Model = "cnn";
                form.Conv = string.Join(", ", cnn.Conv);
                form.Kernel = cnn.Kernel.ToString();
                form.Pool = cnn.Pool == Pooling.Average ? "avg" : cnn.Pool.ToString().ToLowerInvariant();
                form.Dense = string.Join(", ", cnn.Dense);
                form.Activation = cnn.Activation.ToString().ToLowerInvariant();
                form.Dropout = cnn.Dropout.ToString("0.##");
                break;
            case RnnConfig rnn:
                form.Model = "rnn";
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
        ["data"] = DataOptions(),
        ["model"] = Model switch
        {
            "mlp" => new JsonObject
            {
                ["kind"] = "mlp",
                ["hidden"] = Numbers(HiddenLayers),
                ["activation"] = Activation,
                ["dropout"] = Number(Dropout),
                ["residual"] = Residual == "yes",
            },
            "autoencoder" => new JsonObject { ["kind"] = "autoencoder", ["hidden"] = Numbers(HiddenLayers), ["code"] = Number(Code), ["activation"] = Activation },
            "rnn" => new JsonObject { ["kind"] = "rnn", ["cell"] = Cell, ["hidden"] = Number(Hidden), ["layers"] = Number(Layers) },
            _ => new JsonObject
            {
                ["kind"] = "cnn",
                ["conv"] = Numbers(Conv),
                ["kernel"] = Number(Kernel),
                ["pool"] = Pool,
                ["dense"] = Numbers(Dense),
                ["activation"] = Activation,
                ["dropout"] = Number(Dropout),
            },
        },
        ["optimizer"] = new JsonObject { ["kind"] = Optimizer, ["learningRate"] = Number(LearningRate) },
        ["schedule"] = Schedule,
        ["batchSize"] = Number(BatchSize),
        ["epochs"] = Number(Epochs),
        ["seed"] = Number(Seed),
    };

    // As the config's JSON has them, so that a new option needs nothing here.
    private static Dictionary<string, string> Options(TrainingConfig config) =>
        JsonNode.Parse(config.ToJson())!["data"] is JsonObject data
            ? data.ToDictionary(option => option.Key, option => option.Value is JsonArray several ? string.Join(", ", several) : option.Value?.ToString() ?? "")
            : [];

    // What was typed for another data set is not sent.
    private JsonObject? DataOptions()
    {
        var data = new JsonObject();
        foreach (var option in BuiltInDataSets.OptionsOf(DataSet))
        {
            if (Data.GetValueOrDefault(option.Name) is { } typed && !string.IsNullOrWhiteSpace(typed))
            {
                data[option.Name] = option.Kind switch
                {
                    DataOptionKind.One => typed,
                    DataOptionKind.Several => new JsonArray([.. typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)name)]),
                    _ => Number(typed),
                };
            }
        }

        return data.Count > 0 ? data : null;
    }

    // What is no number stays text, so that the check can name the field.
    private static JsonNode? Number(string typed)
    {
        var text = typed.Trim().Replace(',', '.');
        return long.TryParse(text, out var whole) ? whole : double.TryParse(text, out var number) && double.IsFinite(number) ? number : text;
    }

    private static JsonArray Numbers(string typed) =>
        [.. typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Number)];
}
