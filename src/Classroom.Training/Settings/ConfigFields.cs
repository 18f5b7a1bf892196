using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>
/// One JSON object of a config. Hands out its fields one by one, each null when it is missing or wrong, notes every fault,
/// and names at the end what nobody asked for.
/// </summary>
internal sealed partial class ConfigFields
{
    private const int LongestQuote = 40;
    private const int MostUnknownFields = 10;

    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private readonly string path;
    private readonly ConfigFaults faults;

    private ConfigFields(JsonElement json, string path, ConfigFaults faults)
    {
        this.path = path;
        this.faults = faults;
        foreach (var property in json.EnumerateObject())
        {
            var name = Text(() => property.Name);
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

    public static ConfigFields? Of(JsonElement json, string path, ConfigFaults faults)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return new(json, path.Length == 0 ? "" : path + ".", faults);
        }

        faults.Add(path, $"Must be an object in braces; it is {Quote(json)}.");
        return null;
    }

    public ConfigFields? Object(string name) => Find(name, required: true) is { } json ? Of(json, path + name, faults) : null;

    /// <summary>Null, without a fault, where there is none.</summary>
    public ConfigFields? OptionalObject(string name) => Find(name, required: false) is { } json ? Of(json, path + name, faults) : null;

    public string? String(string name, string example)
    {
        if (Find(name, required: true) is not { } json)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.String && Text(json.GetString) is { Length: > 0 and <= 100 } text)
        {
            return text;
        }

        faults.Add(Key(name), $"Must be a text of 1 to 100 characters, such as \"{example}\"; it is {Quote(json)}.");
        return null;
    }

    /// <summary>Null, without a fault, where there is none.</summary>
    public string? OptionalString(string name, string example) => Find(name, required: false) is null ? null : String(name, example);

    /// <summary>False where there is none; null after a fault.</summary>
    public bool? Flag(string name)
    {
        if (Find(name, required: false) is not { } json)
        {
            return false;
        }

        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return json.ValueKind == JsonValueKind.True;
        }

        faults.Add(Key(name), $"Must be true or false; it is {Quote(json)}.");
        return null;
    }

    /// <summary>Null, without a fault, where there is none; each name at most once.</summary>
    public IReadOnlyList<string>? OptionalChoices(string name, IReadOnlyList<string> options)
    {
        if (Find(name, required: false) is not { } json)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > options.Count)
        {
            faults.Add(Key(name), $"Must be a list of names, each once; it is {Quote(json)}.");
            return null;
        }

        var chosen = new List<string>();
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && Text(item.GetString) is { } text && options.Contains(text) && !chosen.Contains(text))
            {
                chosen.Add(text);
            }
            else
            {
                Mischosen(name, item, options);
            }
        }

        return chosen;
    }

    public int? Whole(string name, int low, int high, int? fallback = null, bool required = true)
    {
        if (Find(name, required && fallback is null) is not { } json)
        {
            return fallback;
        }

        if (IsWhole(json, low, high, out var value))
        {
            return value;
        }

        faults.Add(Key(name), $"Must be a whole number from {low} to {high}; it is {Quote(json)}.");
        return null;
    }

    public IReadOnlyList<int>? WholeList(string name, int fewest, int most, int low, int high)
    {
        if (Find(name, fewest > 0) is not { } json)
        {
            return fewest > 0 ? null : [];
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is var count && (count < fewest || count > most))
        {
            faults.Add(Key(name), $"Must be a list of {fewest} to {most} whole numbers, such as [8, 16]; it is {Quote(json)}.");
            return null;
        }

        var values = new List<int>();
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (IsWhole(item, low, high, out var value))
            {
                values.Add(value);
            }
            else
            {
                faults.Add(Key(name), $"Entry {index + 1} must be a whole number from {low} to {high}; it is {Quote(item)}.");
            }
        }

        return values.Count == count ? values : null;
    }

    /// <summary>A number from <paramref name="low"/> (or above it, where that is not allowed itself) to <paramref name="high"/>.</summary>
    public double? Number(string name, double low, double high, double? fallback = null, bool required = true, bool above = false)
    {
        if (Find(name, required && fallback is null) is not { } json)
        {
            return fallback;
        }

        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var value) && value <= high && (above ? value > low : value >= low))
        {
            return value;
        }

        faults.Add(Key(name), $"Must be a number {(above ? $"above {low} and up to" : $"from {low} to")} {high}; it is {Quote(json)}.");
        return null;
    }

    public T? Choice<T>(string name, T? fallback = null)
        where T : struct, Enum
    {
        if (Find(name, fallback is null) is not { } json)
        {
            return fallback;
        }

        var text = json.ValueKind == JsonValueKind.String ? Text(json.GetString) : null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text)
            {
                return value;
            }
        }

        Mischosen(name, json, Enum.GetValues<T>().Select(NameOf));
        return null;
    }

    /// <summary>Null, without a fault, where there is none.</summary>
    public T? OptionalChoice<T>(string name)
        where T : struct, Enum => Find(name, required: false) is null ? null : Choice<T>(name);

    public string? Choice(string name, params IReadOnlyList<string> options)
    {
        if (Find(name, required: true) is not { } json)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.String && Text(json.GetString) is { } text && options.Contains(text))
        {
            return text;
        }

        Mischosen(name, json, options);
        return null;
    }

    /// <summary>Names the fields that nobody asked for; call it last.</summary>
    /// <param name="unread">A known field that could not be read for want of another one.</param>
    public void RefuseOthers(string? unread = null)
    {
        if (unread is not null)
        {
            asked.Add(unread);
        }

        foreach (var name in fields.Keys.Except(asked).Take(MostUnknownFields))
        {
            faults.Add(Key(name), $"Is not known here. Known are: {string.Join(", ", asked.Distinct())}.");
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

    private static bool IsWhole(JsonElement json, int low, int high, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value) && value >= low && value <= high;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name;

    // JSON may hold half of a surrogate pair, which is no text.
    private static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Quote(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Array => $"a list of {json.GetArrayLength()}",
        JsonValueKind.Object => "an object",
        JsonValueKind.String when string.IsNullOrWhiteSpace(json.GetRawText().Trim('"')) => "empty",
        _ => Shorten(json.GetRawText()),
    };

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private JsonElement? Find(string name, bool required)
    {
        asked.Add(name);
        if (fields.TryGetValue(name, out var json) && json.ValueKind != JsonValueKind.Null)
        {
            return json;
        }

        if (required)
        {
            faults.Add(Key(name), "Is missing.");
        }

        return null;
    }

    private void Mischosen(string name, JsonElement json, IEnumerable<string> options) =>
        faults.Add(Key(name), $"Must be one of {Names(options)}; it is {Quote(json)}.");

    private string Key(string name) => path + Shorten(name);
}
