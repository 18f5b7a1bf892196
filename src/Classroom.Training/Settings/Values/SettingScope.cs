namespace Classroom.Training.Settings.Values;

/// <summary>The other settings, for one that depends on them, be they a config's, a form's or half read.</summary>
/// <param name="Find">The text of a setting, by its place in a config such as <c>model.cell</c>; null where it is not known.</param>
public sealed record SettingScope(Func<string, string?> Find)
{
    /// <summary>The data has a number to predict, not classes; null where nobody knows.</summary>
    public bool? IsRegression { get; init; }

    public string? Model => Find("model.kind");

    public string? Optimizer => Find("optimizer.kind");

    /// <summary>The network names one of several classes. It is taken to do so where that is not known.</summary>
    public bool Classifies => Model != "autoencoder" && IsRegression != true;
}
