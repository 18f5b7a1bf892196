using Classroom.Training.Models.Table;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Settings;

/// <summary>What several configs have in common, and in what they differ.</summary>
/// <param name="Common">Settings that all have alike.</param>
/// <param name="Differing">The others, with the value of each config in their order; "–" where one has no such setting.</param>
public sealed record SettingDifferences(
    IReadOnlyList<(string Name, string Value)> Common, IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Differing)
{
    private const string None = "–";
    private const string Network = "Network";

    public static SettingDifferences From(IReadOnlyList<TrainingConfig> configs)
    {
        // Networks of two kinds have hardly a setting in common: each is told in one line then.
        var oneKind = configs.Select(config => config.Model.GetType()).Distinct().Count() <= 1;
        var settings = configs.Select(config => Settings(config, oneKind)).ToList();
        var rows = settings.SelectMany(list => list.Select(setting => setting.Name)).Distinct()
            .Select(name => (Name: name, Values: (IReadOnlyList<string>)[.. settings.Select(list => Find(list, name))]))
            .ToList();
        return new(
            [.. rows.Where(row => row.Values.Distinct().Count() == 1).Select(row => (row.Name, row.Values[0]))],
            [.. rows.Where(row => row.Values.Distinct().Count() > 1)]);
    }

    /// <summary>In how many things they differ, as a heading over the table that has a column for each.</summary>
    public string Heading() => Differing.Count switch
    {
        0 => "The runs have the same settings",
        1 => "The runs differ in one thing",
        2 => "The runs differ in two things",
        3 => "The runs differ in three things",
        var count => $"The runs differ in {count} things",
    };

    /// <summary>What a config that was not compared has for one of the names.</summary>
    public static string Value(TrainingConfig config, string name) => Find(Settings(config, oneKind: name != Network), name);

    private static List<(string Name, string Value)> Settings(TrainingConfig config, bool oneKind) =>
    [
        .. RunDescription.OfData(config),
        .. oneKind ? RunDescription.OfNetwork(config) : [(Network, ModelTable.Summary(config.Model))],
        .. RunDescription.OfTraining(config),
    ];

    private static string Find(List<(string Name, string Value)> settings, string name) =>
        settings.Find(setting => setting.Name == name).Value ?? None;
}
