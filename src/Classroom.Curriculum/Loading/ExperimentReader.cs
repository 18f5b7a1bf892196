using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads an experiment, and checks that its runs differ in one setting only: otherwise nobody could say what made the difference.</summary>
internal sealed partial class ExperimentReader(SourceFile file)
{
    private const int MaxRuns = 4;

    private static readonly Dictionary<string, ExperimentView> ViewsByName =
        Enum.GetValues<ExperimentView>().ToDictionary(view => Capital().Replace(view.ToString(), "-$0").ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The experiment, with faults noted; null if the file holds none at all.</summary>
    public Experiment? Read()
    {
        if (YamlFile.Read(file, file.Text, "The experiment") is not { } root)
        {
            return null;
        }
        var experiment = new Experiment
        {
            Title = root.Plain("title"),
            Prediction = root.Map("predict", "predict") is { } predict ? Prediction(predict) : new("", []),
            Runs = Runs(root),
            Views = Views(root),
            Explanation = root.Map("explain", "explain") is { } explain ? Explanation(explain) : new("", [], ""),
            Claim = root.Plain("claim"),
        };
        root.RejectOthers();
        return experiment;
    }

    private static ExperimentPrediction Prediction(YamlFields fields)
    {
        var prompt = fields.Plain("prompt");
        var choices = fields.Texts("choices").Select(text => fields.Plain("choices", text)).ToList();
        fields.AtLeast(ChoiceReader.MinChoices, choices.Count, "choices");
        fields.Distinct(choices, "choices");
        fields.RejectOthers();
        return new(prompt, choices);
    }

    private static ExperimentExplanation Explanation(YamlFields fields)
    {
        var explanation = new ExperimentExplanation(fields.Plain("prompt"), ChoiceReader.WithOneRight(fields), fields.Plain("explanation"));
        fields.RejectOthers();
        return explanation;
    }

    private static List<ExperimentRun> Runs(YamlFields root)
    {
        var maps = root.Maps("runs", "run");
        if (maps.Count is 0 or > MaxRuns)
        {
            root.Fault($"Of runs there are {maps.Count}; an experiment has 1 to {MaxRuns}.");
        }
        var runs = new List<ExperimentRun>();
        JsonObject? first = null;
        foreach (var map in maps)
        {
            var name = map.Plain("name");
            var config = map.Map("config", "config");
            var json = config?.AsJson();
            map.RejectOthers();
            if (first is not null && config is not null)
            {
                CheckDifference(config, first, json!);
            }
            first ??= json;
            runs.Add(new(name, json?.ToJsonString() ?? "{}"));
        }
        root.Distinct(runs.Select(run => run.Name), "runs' names");
        return runs;
    }

    private static void CheckDifference(YamlFields config, JsonObject first, JsonObject other)
    {
        var (one, two) = (YamlJson.Flatten(first), YamlJson.Flatten(other));
        var differing = one.Keys.Union(two.Keys).Where(path => one.GetValueOrDefault(path) != two.GetValueOrDefault(path)).Order(StringComparer.Ordinal).ToList();
        if (differing.Count == 0)
        {
            config.Fault("This run has the same config as the first; runs must differ in one setting.");
        }
        else if (differing.Count > 1 && !IsOneChoice(differing))
        {
            config.Fault($"This run differs from the first in {string.Join(", ", differing)}; it may differ in one setting only, or in a kind and what belongs to it.");
        }
    }

    /// <summary>Another kind of model or optimizer brings its own settings along.</summary>
    private static bool IsOneChoice(List<string> differing) =>
        differing.DistinctBy(path => path.Split('.')[0]).Count() == 1 && differing.Exists(path => path.EndsWith(".kind", StringComparison.Ordinal));

    private static List<ExperimentView> Views(YamlFields root)
    {
        var names = root.Texts("views");
        foreach (var name in names.Where(name => !ViewsByName.ContainsKey(name.Text)))
        {
            root.Fault($"There is no view \"{name.Text}\"; there are {string.Join(", ", ViewsByName.Keys)}.", name.Line);
        }
        root.AtLeast(1, names.Count, "views");
        root.Distinct(names.Select(name => name.Text), "views");
        return [.. names.Where(name => ViewsByName.ContainsKey(name.Text)).Select(name => ViewsByName[name.Text])];
    }

    [GeneratedRegex("(?<=.)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
