using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>What several configs have in common, and in what they differ.</summary>
/// <param name="Common">Settings that all have alike.</param>
/// <param name="Differing">The others, with the value of each config in their order; "–" where one has no such setting.</param>
public sealed record SettingDifferences(IReadOnlyList<(string Name, string Value)> Common, IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Differing)
{
    public static SettingDifferences Of(IReadOnlyList<TrainingConfig> configs)
    {
        var settings = configs.Select(config => RunDescription.Settings(config).ToList()).ToList();
        var rows = settings.SelectMany(list => list.Select(setting => setting.Name)).Distinct()
            .Select(name => (Name: name, Values: (IReadOnlyList<string>)[.. settings.Select(list => list.Find(setting => setting.Name == name).Value ?? "–")]))
            .ToList();
        return new(
            [.. rows.Where(row => row.Values.Distinct().Count() == 1).Select(row => (row.Name, row.Values[0]))],
            [.. rows.Where(row => row.Values.Distinct().Count() > 1)]);
    }
}
