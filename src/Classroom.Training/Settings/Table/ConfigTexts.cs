using System.Text.Json.Nodes;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Settings.Table;

/// <summary>The settings of a config as text: for a form, for a description, and for comparing.</summary>
public sealed class ConfigTexts
{
    private readonly TrainingConfig config;
    private readonly JsonNode json;
    private readonly string? model;

    public ConfigTexts(TrainingConfig config)
    {
        this.config = config;
        json = JsonNode.Parse(config.ToJson())!;
        model = json["model"]?["kind"]?.GetValue<string>();
        Scope = new(key => SettingTable.Find(key, model) is { } setting ? this[setting] : null);
    }

    public SettingScope Scope { get; }

    /// <summary>The settings that the run has: those of other models or optimizers left out.</summary>
    public IEnumerable<Setting> Settings => SettingTable.For(model).Where(setting => setting.Applies(Scope));

    /// <summary>A setting's value, or what holds without it.</summary>
    public string this[Setting setting] =>
        setting.TextOf(setting.Key.Split('.').Aggregate((JsonNode?)json, (node, name) => node?[name]));

    /// <summary>What a form shows to give the same run.</summary>
    public string FormText(Setting setting) => setting.ToFormText is { } toText ? toText(config) : this[setting];

    /// <summary>What is said of a part of the run: names and values, in the order of the table.</summary>
    public IEnumerable<(string Name, string Value)> Describe(DescriptionPart part)
    {
        foreach (var setting in Settings.Where(setting => setting.Part == part))
        {
            if (setting.Describe(this[setting], config) is { } value)
            {
                yield return (setting.Title, value);
            }
        }
    }

    /// <summary>Weights trained with this config fit the network of the other, as far as the settings of networks say.</summary>
    internal bool HasShapeOf(ConfigTexts other) =>
        SettingTable.In("model", model).Where(setting => setting.ShapesNetwork).All(setting => this[setting] == other[setting]);
}
