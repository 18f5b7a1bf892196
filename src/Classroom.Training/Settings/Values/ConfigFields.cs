using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>
/// One JSON object of a config. Reads its fields one by one, each null when it is missing or wrong, notes every fault, and names
/// at the end the fields that nobody has read.
/// </summary>
internal sealed class ConfigFields
{
    private const int MostUnknownFields = 10;

    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly List<string> known = [];
    private readonly string path;
    private readonly ConfigFaults faults;

    private ConfigFields(JsonElement json, string path, ConfigFaults faults)
    {
        this.path = path;
        this.faults = faults;
        foreach (var property in json.EnumerateObject())
        {
            var name = JsonText.Read(() => property.Name);
            if (name is null)
            {
                faults.Add(path.TrimEnd('.'), "One of the names in this object is not readable text. Remove it.");
            }
            else if (!fields.TryAdd(name, property.Value))
            {
                faults.Add(Key(name), "Is given twice. Keep one.");
            }
        }
    }

    /// <summary>Null, with a fault, where the JSON is no object.</summary>
    public static ConfigFields? From(JsonElement json, string path, ConfigFaults faults)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return new(json, path.Length == 0 ? "" : path + ".", faults);
        }

        faults.Add(path, $"Must be an object in braces; it is {JsonText.Quote(json)}.");
        return null;
    }

    /// <summary>Null where there is none, without a fault unless it is required.</summary>
    public ConfigFields? Object(string name, bool isRequired) =>
        Find(name, isRequired) is { } json ? From(json, path + name, faults) : null;

    /// <summary>Null where there is none, without a fault unless it is required.</summary>
    public JsonNode? Read(string name, SettingType type, bool isRequired = false) =>
        Find(name, isRequired) is { } json ? type.Read(json, message => faults.Add(Key(name), message)) : null;

    /// <summary>Names the fields that nobody has read; call it last.</summary>
    /// <param name="unread">A known field that could not be read for want of another one.</param>
    public void RefuseOthers(string? unread = null)
    {
        if (unread is not null)
        {
            known.Add(unread);
        }

        foreach (var name in fields.Keys.Except(known).Take(MostUnknownFields))
        {
            faults.Add(Key(name), $"Is not known here. Known are: {string.Join(", ", known.Distinct())}.");
        }
    }

    /// <summary>For an object in which nothing is known: names every field with this message.</summary>
    public void RefuseAll(string message)
    {
        foreach (var name in fields.Keys.Take(MostUnknownFields))
        {
            faults.Add(Key(name), message);
        }
    }

    private JsonElement? Find(string name, bool isRequired)
    {
        known.Add(name);
        if (fields.TryGetValue(name, out var json) && json.ValueKind != JsonValueKind.Null)
        {
            return json;
        }

        if (isRequired)
        {
            faults.Add(Key(name), "Is missing.");
        }

        return null;
    }

    private string Key(string name) => path + JsonText.Shorten(name);
}
