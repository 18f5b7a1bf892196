using Classroom.Training.Settings;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Compare;

/// <summary>What differs between runs.</summary>
public static class RunDifferences
{
    private const string None = "–";

    /// <summary>Only settings that are not the same in all runs, in the order of the form.</summary>
    /// <param name="runs">The config and the data set's name of each run.</param>
    public static IReadOnlyList<RunDifference> Find(IReadOnlyList<(TrainingConfig Config, string DataSet)> runs)
    {
        var data = runs.Select(run => run.DataSet).ToList();
        return
        [
            .. data.Distinct().Count() > 1 ? [new RunDifference("Data", data)] : Array.Empty<RunDifference>(),
            .. SettingDifferences.From([.. runs.Select(run => run.Config)]).Differing.Select(
                difference => new RunDifference(difference.Name, difference.Values)),
        ];
    }

    /// <summary>A name for each run that says what is special about it, where that is short enough to say.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<(TrainingConfig Config, string DataSet)> runs, IReadOnlyList<string> titles) =>
        [.. Special(runs).Select((words, place) => $"{Letter(place)}: {words ?? titles[place]}")];

    /// <summary>A name for each setting that several runs may have: their letters, and what is special about it.</summary>
    /// <param name="settings">The config and the data set's name of each setting.</param>
    /// <param name="letters">The letters of the runs that have it.</param>
    public static IReadOnlyList<string> SettingNames(
        IReadOnlyList<(TrainingConfig Config, string DataSet)> settings, IReadOnlyList<IReadOnlyList<char>> letters) =>
        [.. Special(settings).Select((words, place) => string.Join(" and ", letters[place]) + (words is null ? "" : $": {words}"))];

    // Null where more is special than one can say.
    private static IEnumerable<string?> Special(IReadOnlyList<(TrainingConfig Config, string DataSet)> runs)
    {
        var differences = Find(runs);
        return runs.Select((_, place) => differences.Count is 1 or 2
            ? string.Join(", ", differences.Select(difference => Words(difference.Name, difference.Values[place])))
            : null);
    }

    public static char Letter(int place) => (char)('A' + place);

    private static string Words(string name, string value) =>
        value == None ? $"no {name.ToLowerInvariant()}" : $"{name.ToLowerInvariant()} {value}";
}
