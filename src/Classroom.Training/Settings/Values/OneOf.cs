using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Classroom.Training.Settings.Values;

/// <summary>One of several names.</summary>
/// <param name="Names">All that a config may hold.</param>
public sealed record OneOf(params IReadOnlyList<string> Names) : SettingType
{
    /// <summary>What a form offers, in its order.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [.. Names.Select(name => new Choice(name, name))];

    /// <summary>The names that the values of an enum have in JSON.</summary>
    public static OneOf Create<T>(params IReadOnlyList<Choice> choices)
        where T : struct, Enum =>
        new([.. Enum.GetNames<T>().Select(name => typeof(T).GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name)])
        {
            Choices = choices,
        };

    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (JsonText.StringOf(json) is { } text && Names.Contains(text))
        {
            return text;
        }

        fault($"Must be one of {JsonText.List(Names)}; it is {JsonText.Quote(json)}.");
        return null;
    }

    public override string Describe(string text) => Choices.FirstOrDefault(choice => choice.Value == text)?.Description ?? text;
}
