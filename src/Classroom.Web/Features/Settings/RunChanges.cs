using System.Text.Json;
using Classroom.School.Runs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Settings;

/// <summary>What is other in one config than in another.</summary>
public static class RunChanges
{
    private const int MostInALine = 3;

    /// <param name="before">The earlier config.</param>
    /// <param name="now">The later one.</param>
    /// <param name="title">The title of a data set by its id.</param>
    /// <returns>
    /// Each setting that differs, with both values; "–" where one has no such setting. Empty where the two are one config.
    /// </returns>
    public static IReadOnlyList<(string Name, string Before, string Now)> Between(
        TrainingConfig before, TrainingConfig now, Func<string, string> title)
    {
        var changes = new List<(string, string, string)>();
        if (before.Dataset != now.Dataset)
        {
            changes.Add(("Data set", title(before.Dataset), title(now.Dataset)));
        }

        if (before.Model.GetType() != now.Model.GetType())
        {
            // Their sizes have nothing in common that could be compared.
            changes.Add(("Network", ModelTable.Title(before.Model), ModelTable.Title(now.Model)));
            now = now with { Model = before.Model };
        }

        changes.AddRange(SettingDifferences.From([before, now]).Differing.Select(row => (row.Name, row.Values[0], row.Values[1])));
        if (changes.Count == 0 && before.ToJson() != now.ToJson())
        {
            changes.Add(("What is watched", "other views", "these views"));
        }

        return changes;
    }

    /// <summary>What is other in a run than in the one before it, in one line; "–" where one of the configs cannot be read.</summary>
    public static string Since(string before, string now, Func<string, string> title) =>
        (Read(before), Read(now)) is not ({ } earlier, { } later) ? "–"
        : Between(earlier, later, title) is { Count: > 0 } changes ? Words(changes) : "Nothing: the same again";

    /// <summary>The same for each run of a list, the newest first; null for the last, of which nothing is known before it.</summary>
    public static IEnumerable<(RunSummary Run, string? Differed)> Since(IReadOnlyList<RunSummary> runs) =>
        runs.Select((run, place) => (run, place + 1 < runs.Count ? Since(runs[place + 1].ConfigJson, run.ConfigJson, TitleOf) : null));

    /// <summary>A stored config; null where an older version has written it, or a newer one.</summary>
    public static TrainingConfig? Read(string json)
    {
        try
        {
            return TrainingConfig.FromJson(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TitleOf(string dataSet) =>
        BuiltInDataSets.List.FirstOrDefault(info => info.Id == dataSet)?.Title ?? "a data set of the school";

    /// <summary>The same in one line.</summary>
    public static string Words(IReadOnlyList<(string Name, string Before, string Now)> changes) => changes.Count switch
    {
        0 => "Nothing",
        _ => string.Join("; ", changes.Take(MostInALine).Select(change => $"{change.Name} {change.Before} → {change.Now}"))
            + (changes.Count > MostInALine ? $"; {changes.Count - MostInALine} more" : ""),
    };
}
