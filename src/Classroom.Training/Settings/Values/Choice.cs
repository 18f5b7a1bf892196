namespace Classroom.Training.Settings.Values;

/// <summary>One thing to choose in a form.</summary>
/// <param name="Value">As the config holds it; empty to leave the setting out.</param>
/// <param name="Label">As the form calls it.</param>
public sealed record Choice(string Value, string Label)
{
    /// <summary>As a description of a run calls it.</summary>
    public string Description { get; init; } = Label;

    /// <summary>Whether it makes sense beside the other settings.</summary>
    public Func<SettingScope, bool> IsOffered { get; init; } = _ => true;
}
