using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>Any of several names, each at most once, in the order in which they are given.</summary>
public sealed record SomeOf(IReadOnlyList<string> Names) : SettingType
{
    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > Names.Count)
        {
            fault($"Must be a list of names, each once; it is {JsonText.Quote(json)}.");
            return null;
        }

        var chosen = new List<string>();
        foreach (var item in json.EnumerateArray())
        {
            if (JsonText.StringOf(item) is { } text && Names.Contains(text) && !chosen.Contains(text))
            {
                chosen.Add(text);
            }
            else
            {
                fault($"Must be one of {JsonText.List(Names)}; it is {JsonText.Quote(item)}.");
            }
        }

        return new JsonArray([.. chosen.Select(name => (JsonNode)name)]);
    }
}
