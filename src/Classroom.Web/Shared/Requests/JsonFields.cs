using System.Text.Json;
using Classroom.School;

namespace Classroom.Web.Shared.Requests;

/// <summary>
/// The fields of a JSON object, read one by one. Everything that is wrong with them is collected, each fault under its field. A field that
/// is left out is what the caller says; so an object can hold only what is to change.
/// </summary>
public sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> given = new(StringComparer.Ordinal);
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);
    private readonly List<JsonFields> inner = [];
    private readonly List<Fault> faults;
    private readonly string path;

    private JsonFields(JsonElement json, string path, List<Fault> faults)
    {
        (this.path, this.faults) = (path, faults);
        foreach (var field in json.EnumerateObject())
        {
            if (!given.TryAdd(field.Name, field.Value))
            {
                Wrong(field.Name, "This field is there twice. Send it once.");
            }
        }
    }

    /// <summary>The faults so far, those of objects within too.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    /// <param name="json">An object.</param>
    public static JsonFields Read(JsonElement json) => new(json, "", []);

    public bool Has(string name)
    {
        known.Add(name);
        return given.ContainsKey(name);
    }

    /// <summary>The field holds just this text.</summary>
    public bool Is(string name, string text) =>
        Has(name) && given[name].ValueKind == JsonValueKind.String && given[name].GetString() == text;

    /// <summary>The field is there and null.</summary>
    public bool IsNull(string name) => Has(name) && given[name].ValueKind == JsonValueKind.Null;

    public void Wrong(string name, string message) => faults.Add(new Fault(path + name, message));

    /// <summary>Says what to send where a field is left out or null. Comes after the field was read.</summary>
    public void Require(string name, string message)
    {
        if (!Has(name) || given[name].ValueKind == JsonValueKind.Null)
        {
            faults.RemoveAll(fault => fault.Field == path + name);
            Wrong(name, message);
        }
    }

    /// <summary>Says why a field that others may have is nothing here; null is as good as left out.</summary>
    public void Refuse(string name, string message)
    {
        if (Has(name) && given[name].ValueKind != JsonValueKind.Null)
        {
            Wrong(name, message);
        }
    }

    /// <summary>A value that may be null.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="otherwise">What it is where the field is left out, or cannot be read.</param>
    /// <param name="read">Reads what is no null; null where it cannot.</param>
    /// <param name="expected">What to send instead of what cannot be read.</param>
    public T? Optional<T>(string name, T? otherwise, Func<JsonElement, T?> read, string expected)
    {
        if (!Has(name))
        {
            return otherwise;
        }

        if (given[name].ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        if (read(given[name]) is { } value)
        {
            return value;
        }

        Wrong(name, expected);
        return otherwise;
    }

    /// <summary>A value that cannot be null.</summary>
    /// <inheritdoc cref="Optional" path="/param"/>
    public T Value<T>(string name, T otherwise, Func<JsonElement, T?> read, string expected)
        where T : struct
    {
        if (Has(name) && given[name].ValueKind == JsonValueKind.Null)
        {
            Wrong(name, $"This cannot be null. {expected}");
            return otherwise;
        }

        return Optional<T?>(name, otherwise, read, expected) ?? otherwise;
    }

    /// <summary>An object within; null where there is none.</summary>
    public JsonFields? Object(string name, string expected)
    {
        if (!Has(name) || given[name].ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (given[name].ValueKind != JsonValueKind.Object)
        {
            Wrong(name, expected);
            return null;
        }

        return Within(given[name], $"{path}{name}.");
    }

    /// <summary>The objects of a list, null for what is none; empty where there is no list.</summary>
    public IReadOnlyList<JsonFields?> Objects(string name, string expected)
    {
        var list = new List<JsonFields?>();
        if (!Has(name) || given[name].ValueKind != JsonValueKind.Array)
        {
            Wrong(name, expected);
            return list;
        }

        foreach (var item in given[name].EnumerateArray())
        {
            var place = $"{name}[{list.Count}]";
            list.Add(item.ValueKind == JsonValueKind.Object ? Within(item, $"{path}{place}.") : null);
            if (list[^1] is null)
            {
                Wrong(place, expected);
            }
        }

        return list;
    }

    /// <summary>Names what nobody has asked for. Comes last.</summary>
    public void RefuseOthers()
    {
        foreach (var name in given.Keys.Where(name => !known.Contains(name)))
        {
            Wrong(name, $"There is no field \"{name}\" here. There are: {string.Join(", ", known)}.");
        }

        inner.ForEach(fields => fields.RefuseOthers());
    }

    private JsonFields Within(JsonElement json, string at)
    {
        var fields = new JsonFields(json, at, faults);
        inner.Add(fields);
        return fields;
    }
}
