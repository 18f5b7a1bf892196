using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// YAML as the JSON that means the same: what is in quotes is a text, and of the rest what looks like a number, true, false or null is one.
/// </summary>
internal static class YamlJson
{
    public static JsonObject Convert(YamlMappingNode map) =>
        new(map.Children.Select(child => KeyValuePair.Create(child.Key.ToString(), Value(child.Value))));

    /// <summary>Each value by its path, such as <c>optimizer.learningRate</c>; a list is one value.</summary>
    public static IReadOnlyDictionary<string, string> Flatten(JsonObject json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(json, "", values);
        return values;
    }

    private static void Flatten(JsonObject json, string path, Dictionary<string, string> values)
    {
        foreach (var (key, value) in json)
        {
            if (value is JsonObject inner)
            {
                Flatten(inner, $"{path}{key}.", values);
            }
            else
            {
                values[path + key] = value?.ToJsonString() ?? "null";
            }
        }
    }

    private static JsonNode? Value(YamlNode node) => node switch
    {
        YamlMappingNode map => Convert(map),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Value)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } => Plain(text),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
