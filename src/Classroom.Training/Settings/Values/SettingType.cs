using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>Which values a setting takes: it reads them from JSON, and writes them for a form and for a description.</summary>
public abstract record SettingType
{
    /// <summary>The value as a config holds it.</summary>
    /// <param name="json">Anything but null.</param>
    /// <param name="fault">Told, in sentences for people, each thing that is wrong with the value.</param>
    /// <returns>Null after a fault.</returns>
    internal abstract JsonNode? Read(JsonElement json, Action<string> fault);

    /// <summary>A value as a form shows it. A form that sends this text back means the same value, to the last bit.</summary>
    public virtual string ToText(JsonNode value) => value.ToString();

    /// <summary>A value, given as <see cref="ToText"/> writes it, as a description of a run shows it.</summary>
    public virtual string Describe(string text) => text;
}
