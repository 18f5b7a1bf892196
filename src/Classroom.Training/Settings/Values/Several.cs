using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>At least so many of several names, none twice; a config holds them in the order of <paramref name="Names"/>.</summary>
public sealed record Several(int Fewest, IReadOnlyList<string> Names) : SettingType
{
    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is var count && (count < Fewest || count > Names.Count))
        {
            fault($"Must be a list of {Fewest} to {Names.Count} of {JsonText.List(Names)}; it is {JsonText.Quote(json)}.");
            return null;
        }

        var chosen = new HashSet<string>();
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (JsonText.StringOf(item) is not { } text || !Names.Contains(text))
            {
                fault($"Entry {index + 1} must be one of {JsonText.List(Names)}; it is {JsonText.Quote(item)}.");
            }
            else if (!chosen.Add(text))
            {
                fault($"Entry {index + 1} is given twice: {JsonText.Quote(item)}. Keep one.");
            }
        }

        return chosen.Count == count ? new JsonArray([.. Names.Where(chosen.Contains).Select(name => (JsonNode)name)]) : null;
    }
}
