using System.Text.Json.Nodes;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Settings.Table;

/// <summary>
/// One setting of a run: a row of <see cref="SettingTable"/>. The reader of configs, the lab's form, its links, messages, and what is
/// said of a run all follow from it. Its value is the property that has the same name in JSON: of <see cref="TrainingConfig"/>, of its
/// model or of its optimizer.
/// </summary>
public sealed record Setting
{
    /// <summary>Its place in a config, such as <c>model.dropout</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The last part of <see cref="Key"/>.</summary>
    public string Name => Key[(Key.LastIndexOf('.') + 1)..];

    /// <summary>Its name in a form, where each stands once.</summary>
    public string Id { get => field ?? Name; init; }

    public required SettingType Type { get; init; }

    /// <summary>As a form calls it.</summary>
    public required string Label { get; init; }

    /// <summary>As a description of a run calls it.</summary>
    public string Title { get => field ?? Label; init; }

    /// <summary>What it does, for a student, with its unit and bounds where they help.</summary>
    public string Help { get; init; } = "";

    /// <summary>What holds when it is not given, as a form shows it; empty for nothing. Null where it must be given.</summary>
    public string? Default { get; init; }

    /// <summary>What holds when it is not given, where that depends on other settings; empty for nothing.</summary>
    public Func<SettingScope, string>? DefaultIn { get; init; }

    /// <summary>What an empty form holds.</summary>
    public string Start { get => field ?? Default ?? ""; init; }

    /// <summary>The kinds of model that have it; empty where all do.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Whether it exists beside the other settings. Where it does not, a config that holds it is refused.</summary>
    public Func<SettingScope, bool> Applies { get; init; } = _ => true;

    /// <summary>Whether a form offers it beside the other settings, of those that exist.</summary>
    public Func<SettingScope, bool> IsOffered { get; init; } = _ => true;

    /// <summary>Where a form shows it.</summary>
    public SettingPlace Place { get; init; }

    /// <summary>Where a description of a run has it.</summary>
    public DescriptionPart Part { get; init; }

    /// <summary>A description leaves it out while it has its default.</summary>
    public bool IsQuietByDefault { get; init; }

    /// <summary>Weights trained with one value do not fit a network with another.</summary>
    public bool ShapesNetwork { get; init; } = true;

    /// <summary>What is wrong with a value of the right type beside the other settings; null for nothing.</summary>
    internal Func<string, SettingScope, string?>? FindFault { get; init; }

    /// <summary>What a form shows for a config, where that is not simply its value.</summary>
    public Func<TrainingConfig, string>? ToFormText { get; init; }

    /// <summary>What a description says, where the type does not know it. Null leaves the setting out.</summary>
    public Func<string, TrainingConfig, string?>? ToDescription { get; init; }

    /// <summary>The value in JSON as text; what holds without it where there is none.</summary>
    public string TextOf(JsonNode? value) => value is null ? Default ?? "" : Type.ToText(value);

    /// <summary>What is said of a run with this value; null where nothing is.</summary>
    internal string? Describe(string text, TrainingConfig config) =>
        ToDescription is not null ? ToDescription(text, config)
        : IsQuietByDefault && text == Default ? null
        : Type.Describe(text);
}
