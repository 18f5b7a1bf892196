using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>So many whole numbers, such as the sizes of layers; the bounds are allowed.</summary>
public sealed record WholeNumberList(int Fewest, int Longest, int Least, int Most) : SettingType
{
    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is var count && (count < Fewest || count > Longest))
        {
            fault($"Must be a list of {Fewest} to {Longest} whole numbers, such as [8, 16]; it is {JsonText.Quote(json)}.");
            return null;
        }

        var values = new JsonArray();
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (WholeNumber.IsWithin(item, Least, Most, out var value))
            {
                values.Add((JsonNode)value);
            }
            else
            {
                fault($"Entry {index + 1} must be a whole number from {Least} to {Most}; it is {JsonText.Quote(item)}.");
            }
        }

        return values.Count == count ? values : null;
    }

    public override string ToText(JsonNode value) => string.Join(", ", value.AsArray());

    public override string Describe(string text) => text.Length > 0 ? text.Replace(", ", ", then ", StringComparison.Ordinal) : "none";
}
