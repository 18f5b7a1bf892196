using System.Globalization;
using System.Text.Json.Nodes;
using Classroom.Curriculum.Quizzes;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Settings;

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

    /// <summary>Empty for the one that the data's kind is usually learned with.</summary>
    public string Loss { get; set; } = "";

    /// <summary>Of SGD; what is typed is not sent with another optimizer.</summary>
    public string Momentum { get; set; } = "0";

    public string WeightDecay { get; set; } = "0";

    public string Init { get; set; } = "default";

    /// <summary>Empty for none.</summary>
    public string Clip { get; set; } = "";

    /// <summary>Empty for never stopping early.</summary>
    public string Patience { get; set; } = "";

    /// <summary><c>last</c> or <c>best</c> weights; empty for the best ones of a run that may stop early, and the last ones of others.</summary>
    public string Keep { get; set; } = "";

    /// <summary>The run whose weights to begin with; empty for random ones.</summary>
    public string FromRun { get; set; } = "";

    public string Freeze { get; set; } = "0";

    /// <summary>Kinds of frames that were asked for; null for the usual ones.</summary>
    public IReadOnlyList<string>? Probes { get; set; }

    /// <summary>Something is set that most runs leave as it is.</summary>
    public bool HasMore => (Loss, Momentum, WeightDecay, Init, Clip, Patience, Keep, FromRun, Freeze) != ("", "0", "0", "default", "", "", "", "", "0") || Probes is not null;

    public static LabForm From(TrainingConfig config)
    {
        var form = new LabForm
        {
            DataSet = config.Dataset,
            Data = Options(config),
            Optimizer = config.Optimizer.Kind.ToString().ToLowerInvariant(),
            LearningRate = Text(config.Optimizer.LearningRate),
            Schedule = config.Schedule.ToString().ToLowerInvariant(),
            BatchSize = config.BatchSize.ToString(),
            Epochs = config.Epochs.ToString(),
            Seed = config.Seed.ToString(),
            Loss = config.Loss == LossFunction.MeanSquaredError && config.Model is not AutoencoderConfig ? "mean-squared-error" : "",
            Momentum = Text(config.Optimizer.Momentum),
            WeightDecay = Text(config.Optimizer.WeightDecay),
            Init = config.Init switch { Initialization.KaimingXavier => "kaiming-xavier", Initialization.LongMemory => "long-memory", _ => "default" },
            Clip = config.Clip is { } clip ? Text(clip) : "",
            Patience = config.Patience?.ToString() ?? "",
            Keep = KeepOf(config),
            FromRun = config.From ?? "",
            Freeze = config.Freeze.ToString(),
            Probes = config.Probes,
        };
        switch (config.Model)
        {
            case MlpConfig mlp:
                form.Model = "mlp";
                form.HiddenLayers = string.Join(", ", mlp.Hidden);
                form.Activation = mlp.Activation.ToString().ToLowerInvariant();
                form.Dropout = Text(mlp.Dropout);
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
                form.Dropout = Text(cnn.Dropout);
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
        ["optimizer"] = Optimizer == "sgd"
            ? new JsonObject { ["kind"] = Optimizer, ["learningRate"] = Number(LearningRate), ["momentum"] = Given(Momentum), ["weightDecay"] = Given(WeightDecay) }
            : new JsonObject { ["kind"] = Optimizer, ["learningRate"] = Number(LearningRate), ["weightDecay"] = Given(WeightDecay) },
        ["loss"] = Loss.Length > 0 ? Loss : null,
        ["init"] = Init,
        ["clip"] = Given(Clip),
        ["schedule"] = Schedule,
        ["patience"] = Given(Patience),
        ["keep"] = Keep.Length > 0 ? Keep : null,
        ["from"] = FromRun.Length > 0 ? FromRun : null,
        ["freeze"] = FromRun.Length > 0 ? Given(Freeze) : null,
        ["probes"] = Probes is { } probes ? new JsonArray([.. probes.Select(probe => (JsonNode)probe)]) : null,
        ["batchSize"] = Number(BatchSize),
        ["epochs"] = Number(Epochs),
        ["seed"] = Number(Seed),
    };

    // Empty where leaving it out gives the same.
    private static string KeepOf(TrainingConfig config) => config.KeepsBest == (config.Patience is not null) ? "" : config.KeepsBest ? "best" : "last";

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
                    DataOptionKind.Several => new JsonArray([.. Names(typed, option.Choices).Select(name => (JsonNode)name)]),
                    _ => Number(typed),
                };
            }
        }

        return data.Count > 0 ? data : null;
    }

    // What is no number stays text, so that the check can name the field. As a program writes it first, to the last bit, then as people do.
    private static JsonNode? Number(string typed)
    {
        var text = typed.Trim();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : TypedNumber.ReadOne(text) is not { } read ? text
            : decimal.IsInteger(read) ? (long)read
            : double.Parse(read.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    // Nothing typed leaves the setting out.
    private static JsonNode? Given(string typed) => string.IsNullOrWhiteSpace(typed) ? null : Number(typed);

    private static JsonArray Numbers(string typed) => [.. Split(typed).Select(Number)];

    // So that reading it gives the same number, to the last bit.
    private static string Text(double number) => number.ToString("R");

    // A name may hold a space itself.
    private static IEnumerable<string> Names(string typed, IReadOnlyList<string> known) =>
        typed.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(name => known.Contains(name) ? [name] : Split(name));

    /// <summary>What was typed as a list.</summary>
    public static string[] Split(string typed) => typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
