using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>A whole number within bounds, both of them allowed.</summary>
public sealed record WholeNumber(int Least, int Most) : SettingType
{
    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (IsWithin(json, Least, Most, out var value))
        {
            return value;
        }

        fault($"Must be a whole number from {Least} to {Most}; it is {JsonText.Quote(json)}.");
        return null;
    }

    internal static bool IsWithin(JsonElement json, int least, int most, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value) && value >= least && value <= most;
    }
}
