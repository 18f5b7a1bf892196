using System.Text.Json;
using System.Text.Json.Nodes;
using Classroom.Curriculum.Experiments;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Measures;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Experiments;

/// <summary>The configs of an experiment's runs as they are trained: with the probes that its views and measures need.</summary>
public static class ExperimentConfigs
{
    /// <param name="experiment">Whose views are to be shown.</param>
    /// <param name="run">One of its runs, or its base.</param>
    /// <param name="seed">Where its draws begin; as the content says when null.</param>
    /// <param name="baseRun">The id of the base's run, for runs that go on from it.</param>
    public static JsonElement Create(Experiment experiment, ExperimentRun run, int? seed = null, string? baseRun = null)
    {
        var json = JsonNode.Parse(run.ConfigJson)!.AsObject();
        if (json.ContainsKey("from"))
        {
            json["from"] = baseRun;
        }

        if (seed is not null)
        {
            json["seed"] = seed;
        }

        if (!json.ContainsKey("probes") && Probes(experiment, json) is { } probes)
        {
            json["probes"] = new JsonArray([.. probes.Select(probe => (JsonNode)probe)]);
        }

        return JsonSerializer.SerializeToElement(json);
    }

    /// <summary>The config as the content has it.</summary>
    public static TrainingConfig Read(ExperimentRun run) => TrainingConfig.FromJson(run.ConfigJson);

    /// <summary>True where the run begins with the weights of the experiment's base.</summary>
    public static bool NeedsBase(ExperimentRun run) => JsonNode.Parse(run.ConfigJson)!.AsObject().ContainsKey("from");

    /// <summary>The kinds of frames that a view shows.</summary>
    public static IReadOnlyList<string> Probes(ExperimentView view) => view switch
    {
        ExperimentView.DecisionBoundary => [ProbeKinds.DecisionBoundary],
        ExperimentView.NetworkDiagram => [ProbeKinds.Network],
        ExperimentView.FeatureMaps => [ProbeKinds.Filters, ProbeKinds.FeatureMaps],
        ExperimentView.Predictions => [ProbeKinds.Predictions],
        ExperimentView.ConfusionMatrix => [ProbeKinds.Confusion],
        ExperimentView.GradientNorms => [ProbeKinds.GradientNorms],
        ExperimentView.EmbeddingScatter => [ProbeKinds.Embedding],
        ExperimentView.Reconstructions => [ProbeKinds.Reconstructions],
        ExperimentView.SampledText => [ProbeKinds.Text],
        ExperimentView.LossSurface => [ProbeKinds.LossSurface],
        _ => [],
    };

    // Those that fit the run's network; a run that cannot be read is refused where it is created, with the reason.
    private static IEnumerable<string>? Probes(Experiment experiment, JsonObject json)
    {
        if (BuiltInDataSets.List.FirstOrDefault(info => info.Id == json["dataset"]?.ToString()) is not { } data)
        {
            return null;
        }

        var model = TrainingConfig.FromJson(json.ToJsonString()).Model;
        var wanted = experiment.Views.SelectMany(Probes)
            .Concat(ExperimentFindings.Measures(experiment).Select(asked => RunMeasure.Find(asked.Measure)?.Probe).OfType<string>());
        return wanted.Distinct().Intersect(ProbeKinds.For(model, data));
    }
}
