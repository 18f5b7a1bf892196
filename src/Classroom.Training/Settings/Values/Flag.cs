using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>True or false; "yes" or "no" in a form.</summary>
public sealed record Flag : SettingType
{
    public const string Yes = "yes";
    public const string No = "no";

    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return json.ValueKind == JsonValueKind.True;
        }

        fault($"Must be true or false; it is {JsonText.Quote(json)}.");
        return null;
    }

    public override string ToText(JsonNode value) => value.GetValue<bool>() ? Yes : No;
}
