using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>A text of 1 to 100 characters.</summary>
/// <param name="Example">One that could stand there, for the message about a wrong one.</param>
public sealed record ShortText(string Example) : SettingType
{
    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (JsonText.StringOf(json) is { Length: > 0 and <= 100 } text)
        {
            return text;
        }

        fault($"Must be a text of 1 to 100 characters, such as \"{Example}\"; it is {JsonText.Quote(json)}.");
        return null;
    }
}
