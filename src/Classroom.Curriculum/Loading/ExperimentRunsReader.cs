using System.Text.Json.Nodes;
using Classroom.Curriculum.Experiments;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// Reads the runs of an experiment, and checks that they differ in one setting only: otherwise nobody could say what made the difference.
/// </summary>
internal static class ExperimentRunsReader
{
    private const int MaxRuns = 4;
    private const int MaxValues = 4;

    public static (ExperimentRun? Base, IReadOnlyList<ExperimentRun> Runs, ExperimentSweep? Sweep) Read(YamlFields root)
    {
        var baseRun = root.OptionalMap("base", "base") is { } map ? Base(map) : null;
        var configs = Runs(root, baseRun is not null);
        root.Distinct(configs.Select(run => run.Name).Concat(baseRun is null ? [] : [baseRun.Name]), "runs' names");
        var sweep = root.OptionalMap("sweep", "sweep") is { } grid ? Sweep(grid) : null;
        if (sweep is null || configs.Count == 0)
        {
            return (baseRun, [.. configs.Select(run => new ExperimentRun(run.Name, run.Config.ToJsonString()))], null);
        }
        if (configs.Count > 1)
        {
            root.Fault($"A sweep changes one run; here are {configs.Count}.");
        }
        var (rows, columns) = sweep.Value;
        var cells =
            from row in rows.Values
            from column in columns.Values
            select Cell(configs[0].Config, (rows.Axis, row), (columns.Axis, column));
        return (baseRun, [.. cells], new(rows.Axis, columns.Axis));
    }

    private static ExperimentRun Base(YamlFields map)
    {
        var name = map.Plain("name");
        var config = map.Map("config", "config")?.AsJson();
        map.RejectOthers();
        return new(name, config?.ToJsonString() ?? "{}");
    }

    private static List<(string Name, JsonObject Config)> Runs(YamlFields root, bool hasBase)
    {
        var maps = root.Maps("runs", "run");
        if (maps.Count is 0 or > MaxRuns)
        {
            root.Fault($"Of runs there are {maps.Count}; an experiment has 1 to {MaxRuns}.");
        }
        var runs = new List<(string Name, JsonObject Config)>();
        foreach (var map in maps)
        {
            var name = map.Plain("name");
            var config = map.Map("config", "config");
            var json = config?.AsJson() ?? [];
            map.RejectOthers();
            if (config is not null)
            {
                CheckDifference(config, runs, json);
                if (json["from"] is { } from && (!hasBase || from.ToJsonString() != "\"base\""))
                {
                    config.Fault("\"from\" can only be \"base\", and the experiment then needs a \"base\" run.");
                }
            }
            runs.Add((name, json));
        }
        return runs;
    }

    private static void CheckDifference(YamlFields config, List<(string Name, JsonObject Config)> before, JsonObject json)
    {
        var differences = before.Select(run => Difference(run.Config, json)).ToList();
        if (differences.Exists(differing => differing.Count == 0))
        {
            config.Fault("This run has the same config as one before it; runs must differ in one setting.");
        }
        else if (differences.Count > 0 && !differences.Exists(differing => differing.Count == 1 || IsOneChoice(differing)))
        {
            var differing = string.Join(", ", differences[0]);
            config.Fault(
                $"This run differs from the first in {differing}; it must differ from one before it in one setting only, or in a kind.");
        }
    }

    private static List<string> Difference(JsonObject one, JsonObject other)
    {
        var (before, after) = (YamlJson.Flatten(one), YamlJson.Flatten(other));
        return [.. before.Keys.Union(after.Keys)
            .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Another kind of model or optimizer, or another recurrent cell, brings its own settings along.</summary>
    private static bool IsOneChoice(List<string> differing) =>
        differing.DistinctBy(path => path.Split('.')[0]).Count() == 1
        && differing.Exists(path => path == "model.cell" || path.EndsWith(".kind", StringComparison.Ordinal));

    private static (
        (SweepAxis Axis, IReadOnlyList<(string Name, JsonNode? Value)> Values) Rows,
        (SweepAxis Axis, IReadOnlyList<(string Name, JsonNode? Value)> Values) Columns)? Sweep(YamlFields map)
    {
        var (rows, columns) = (Axis(map, "rows"), Axis(map, "columns"));
        map.RejectOthers();
        return rows is { } r && columns is { } c ? (r, c) : null;
    }

    private static (SweepAxis Axis, IReadOnlyList<(string Name, JsonNode? Value)> Values)? Axis(YamlFields sweep, string key)
    {
        if (sweep.Map(key, key) is not { } map)
        {
            return null;
        }
        var axis = new SweepAxis(map.Plain("setting"), map.Plain("label"), [.. map.Texts("names").Select(name => name.Text)]);
        var values = map.Has("values") ? map.AsJson()["values"] as JsonArray ?? [] : [];
        map.RejectOthers();
        if (values.Count is < 2 or > MaxValues || values.Count != axis.Names.Count)
        {
            map.Fault(
                $"A sweep has 2 to {MaxValues} values and a name for each; here are {values.Count} values and {axis.Names.Count} names.");
            return null;
        }
        return (axis, [.. axis.Names.Zip(values)]);
    }

    private static ExperimentRun Cell(
        JsonObject first,
        (SweepAxis Axis, (string Name, JsonNode? Value) Value) row,
        (SweepAxis Axis, (string Name, JsonNode? Value) Value) column)
    {
        var config = first.DeepClone().AsObject();
        foreach (var (axis, (_, value)) in new[] { row, column })
        {
            var path = axis.Setting.Split('.');
            var place = path[..^1].Aggregate(config, (inner, name) => (inner[name] ??= new JsonObject()).AsObject());
            place[path[^1]] = value?.DeepClone();
        }
        return new($"{row.Axis.Label} {row.Value.Name}, {column.Axis.Label} {column.Value.Name}", config.ToJsonString());
    }
}
