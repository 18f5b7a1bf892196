using System.Text.Json.Nodes;
using Classroom.Training.Settings.Table;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Configs;

/// <summary>Reads the settings of <see cref="SettingTable"/>, object by object of a config.</summary>
internal sealed class SettingsReader(ConfigFaults faults)
{
    private string? model;

    /// <summary>
    /// What has been read so far, without faulty objects. What was not given is left out, so that the config's record decides, unless
    /// it depends on other settings.
    /// </summary>
    public JsonObject Values { get; } = [];

    /// <summary>What is known of the settings that stand before in the table, for those that depend on them.</summary>
    public SettingScope Scope => new(Find);

    /// <summary>Reads a whole object of a config.</summary>
    /// <returns>Null after a fault; all faults have been noted.</returns>
    public JsonObject? ReadObject(string name, ConfigFields config)
    {
        if (config.Object(name, isRequired: true) is not { } fields)
        {
            return null;
        }

        var values = new JsonObject();
        Values[name] = values;
        var isWhole = true;
        foreach (var setting in SettingTable.In(name, model: null))
        {
            isWhole &= Read(setting, fields, Scope, values);
        }

        if (name == "model")
        {
            model = values["kind"]?.GetValue<string>();

            // Without its kind nobody knows which fields belong to a model.
            if (model is null)
            {
                Values.Remove(name);
                return null;
            }

            foreach (var setting in SettingTable.In(name, model).Where(setting => setting.Models.Count > 0))
            {
                isWhole &= Read(setting, fields, Scope, values);
            }
        }

        fields.RefuseOthers();
        if (!isWhole)
        {
            Values.Remove(name);
        }

        return isWhole ? values : null;
    }

    /// <summary>Reads one setting of the config itself. Null where it is missing or wrong.</summary>
    public JsonNode? Read(Setting setting, ConfigFields fields, SettingScope scope)
    {
        Read(setting, fields, scope, Values);
        return Values[setting.Name];
    }

    private bool Read(Setting setting, ConfigFields fields, SettingScope scope, JsonObject values)
    {
        if (!setting.Applies(scope))
        {
            return true;
        }

        var before = faults.Count;
        var value = fields.Read(setting.Name, setting.Type, isRequired: setting.Default is null);
        if (value is not null && setting.FindFault?.Invoke(setting.Type.ToText(value), scope) is { } fault)
        {
            faults.Add(setting.Key, fault);
        }

        if (value is null && faults.Count == before && setting.DefaultIn?.Invoke(scope) is { Length: > 0 } standard)
        {
            value = standard;
        }

        if (value is not null)
        {
            values[setting.Name] = value;
        }

        return faults.Count == before;
    }

    private string? Find(string key)
    {
        var value = key.Split('.').Aggregate((JsonNode?)Values, (node, name) => node?[name]);
        return value is null || SettingTable.Find(key, model) is not { } setting ? null : setting.Type.ToText(value);
    }
}
