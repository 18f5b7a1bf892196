using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Classroom.Curriculum.Experiments;
using Classroom.Training.Configs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Measures;
using Classroom.Training.Networks;
using Classroom.Training.Probes;
using Classroom.Training.Settings;
using Classroom.Web.Features.Experiments;
using Classroom.Web.Features.Presets;

namespace Classroom.Web.Tests.Experiments;

/// <summary>Trains the runs of an experiment, or of presets, on two threads, as many times as there are seeds.</summary>
internal static class ExperimentTraining
{
    private const int Threads = 2;

    private static readonly ConcurrentDictionary<string, Lazy<MeasuredRun>> Presets = [];

    /// <param name="experiment">The experiment.</param>
    /// <param name="seeds">What is added to the seeds in its configs.</param>
    /// <returns>For each seed, what has come of each run by name.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, MeasuredRun>> Train(Experiment experiment, IReadOnlyList<int> seeds)
    {
        var trained = seeds.Select(_ => new Dictionary<string, MeasuredRun>()).ToList();
        var bases = new NetworkWeights?[seeds.Count];
        if (experiment.Base is { } first)
        {
            Parallel.For(0, seeds.Count, Most, i =>
            {
                var (measured, weights) = Train(experiment, first, seeds[i], null);
                (trained[i][first.Name], bases[i]) = (measured, weights);
            });
        }

        Parallel.ForEach(experiment.Runs.SelectMany(run => seeds.Select((seed, i) => (run, seed, i))), Most, entry =>
        {
            var (measured, _) = Train(experiment, entry.run, entry.seed, bases[entry.i]);
            lock (trained)
            {
                trained[entry.i][entry.run.Name] = measured;
            }
        });
        return trained;
    }

    /// <param name="presets">Presets that are compared.</param>
    /// <param name="dataSet">What all of them learn from.</param>
    /// <param name="seeds">What is added to their seeds.</param>
    /// <returns>For each seed, what has come of each preset by name.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, MeasuredRun>> Train(
        IReadOnlyList<LabPreset> presets, string dataSet, IReadOnlyList<int> seeds)
    {
        var trained = seeds.Select(_ => new Dictionary<string, MeasuredRun>()).ToList();
        Parallel.ForEach(presets.SelectMany(preset => seeds.Select((seed, i) => (preset, seed, i))), Most, entry =>
        {
            var config = entry.preset.On(dataSet);
            // What two promises are about is trained once.
            var measured = Presets.GetOrAdd((config with { Seed = config.Seed + entry.seed }).ToJson(), json =>
                new(() => Train(entry.preset.Name, JsonSerializer.Deserialize<JsonElement>(json), null, null).Run)).Value;
            lock (trained)
            {
                trained[entry.i][entry.preset.Name] = measured;
            }
        });
        return trained;
    }

    private static ParallelOptions Most => new() { MaxDegreeOfParallelism = Threads };

    private static (MeasuredRun Run, NetworkWeights Weights) Train(
        Experiment experiment, ExperimentRun run, int seed, NetworkWeights? weights)
    {
        const string Base = "0199a0a0-0000-7000-8000-000000000000";
        var own = (int)JsonNode.Parse(run.ConfigJson)!["seed"]!;
        var json = ExperimentConfigs.Create(experiment, run, own + seed, weights is null ? null : Base);
        return Train(run.Name, json, weights?.ReadConfig(), ExperimentConfigs.NeedsBase(run) ? weights : null);
    }

    private static (MeasuredRun Run, NetworkWeights Weights) Train(
        string name, JsonElement json, TrainingConfig? from, NetworkWeights? weights)
    {
        var reading = TrainingConfigReader.Read(json, new(), id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id), _ => from);
        Assert.True(
            reading.IsValid,
            $"{name}: {string.Join(" ", reading.Errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"))}");
        var seen = new Seen();
        using var training = new TrainingRun(reading.Config, BuiltInDataSets.Get(reading.Config.Dataset)!, weights);
        while (!training.Finished)
        {
            training.Advance(seen);
        }

        var measured = new MeasuredRun
        {
            Points = seen.Points,
            Steps = EpochSteps.Create(reading.Config, reading.Steps, reading.TrainExamples),
            Frames = seen.Frames,
            TrainingTime = CountedTime(reading.Config, training.Step),
            Diverged = training.Outcome == RunOutcome.Diverged,
        };
        return (measured, training.Weights());
    }

    /// <summary>
    /// What so many steps take by the operations in them: a claim about time must not depend on what else the machine does.
    /// </summary>
    private static TimeSpan CountedTime(TrainingConfig config, int steps)
    {
        var whole = TrainingEstimate.Create(config, BuiltInDataSets.List.Single(info => info.Id == config.Dataset));
        return whole.Time * ((double)steps / whole.Steps);
    }

    private sealed class Seen : ITrainingSink
    {
        public List<MetricPoint> Points { get; } = [];

        public List<ProbeFrame> Frames { get; } = [];

        public void Point(MetricPoint point) => Points.Add(point);

        public void Frame(ProbeFrame frame) => Frames.Add(frame);
    }
}
