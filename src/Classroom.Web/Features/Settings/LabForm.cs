using System.Text.Json.Nodes;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;
using Classroom.Training.Settings.Values;

namespace Classroom.Web.Features.Settings;

/// <summary>
/// What the lab's form holds, as typed. It becomes the JSON of a config and is checked like any other: the form has no
/// rules of its own.
/// </summary>
public sealed class LabForm
{
    private readonly Dictionary<string, string> values = [];

    public LabForm()
    {
        foreach (var setting in SettingTable.All)
        {
            values.TryAdd(setting.Id, setting.Start);
        }
    }

    public string DataSet { get => this["dataset"]; set => this["dataset"] = value; }

    /// <summary><c>mlp</c>, <c>cnn</c>, <c>rnn</c> or <c>autoencoder</c>.</summary>
    public string Model { get => this["model"]; set => this["model"] = value; }

    /// <summary>The run whose weights to begin with; empty for random ones.</summary>
    public string FromRun { get => this["from"]; set => this["from"] = value; }

    /// <summary>The data set's options by name, as typed; one that is empty leaves the data set as it is.</summary>
    public Dictionary<string, string> Data { get; init; } = [];

    /// <summary>Kinds of frames that were asked for; null for the usual ones.</summary>
    public IReadOnlyList<string>? Probes { get; set; }

    /// <summary>Something is set that most runs leave as it is.</summary>
    public bool HasMore => FromRun.Length > 0 || Probes is not null
        || SettingTable.All.Any(setting => setting.Place == SettingPlace.More && this[setting.Id] != setting.Default);

    /// <summary>What is typed for a setting of <see cref="SettingTable"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no setting with this id.</exception>
    public string this[string id]
    {
        get => values[id];
        set => values[id] = values.ContainsKey(id) ? value : throw new KeyNotFoundException($"There is no setting {id}.");
    }

    public static LabForm From(TrainingConfig config)
    {
        var form = new LabForm { Data = Options(config), Probes = config.Probes };
        var texts = new ConfigTexts(config);
        foreach (var setting in texts.Settings)
        {
            form[setting.Id] = texts.FormText(setting);
        }

        return form;
    }

    /// <summary>The settings beside one that depends on them.</summary>
    /// <param name="data">What is to be learned; null where nobody knows.</param>
    public SettingScope Scope(DataSetInfo? data = null) =>
        new(key => SettingTable.Find(key, Model) is { } setting ? this[setting.Id] : null) { IsRegression = data?.IsRegression };

    /// <summary>The JSON of a config; what was typed for another kind of network or data is left out.</summary>
    /// <param name="data">What is to be learned; null where nobody knows.</param>
    public JsonObject ToConfig(DataSetInfo? data = null)
    {
        var config = new JsonObject { ["data"] = DataOptions() };
        var scope = Scope(data);
        foreach (var setting in SettingTable.For(Model).Where(setting => setting.Applies(scope)))
        {
            var parts = setting.Key.Split('.');
            var place = parts.Length == 1 ? config : (JsonObject)(config[parts[0]] ??= new JsonObject());
            place[setting.Name] = TypedSetting.ToJson(setting, this[setting.Id]);
        }

        config["probes"] = Probes is { } probes ? new JsonArray([.. probes.Select(probe => (JsonNode)probe)]) : null;
        return config;
    }

    // As the config's JSON has them, so that a new option needs nothing here.
    private static Dictionary<string, string> Options(TrainingConfig config) =>
        JsonNode.Parse(config.ToJson())!["data"] is JsonObject data
            ? data.ToDictionary(
                option => option.Key,
                option => option.Value is JsonArray several ? string.Join(", ", several) : option.Value?.ToString() ?? "")
            : [];

    // What was typed for another data set is not sent.
    private JsonObject? DataOptions()
    {
        var data = new JsonObject();
        foreach (var option in BuiltInDataSets.OptionsOf(DataSet))
        {
            if (Data.GetValueOrDefault(option.Name) is { } typed && !string.IsNullOrWhiteSpace(typed))
            {
                data[option.Name] = TypedSetting.ToJson(option, typed);
            }
        }

        return data.Count > 0 ? data : null;
    }
}
