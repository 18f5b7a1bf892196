using System.Collections.Concurrent;
using Classroom.Runs.DataSets;
using Classroom.Training.Interactive;
using Classroom.Training.Loop;
using Classroom.Training.Probes;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Playground;

/// <summary>What training makes of a small network that somebody works by hand: trained once for each config, for whoever asks.</summary>
public sealed class PlaygroundSolutions(DataSetCatalog dataSets)
{
    // Configs come from the content, so there are few.
    private readonly ConcurrentDictionary<string, Lazy<Task<float[]>>> known = new();

    /// <summary>The weights in the order of <see cref="InteractiveNetwork.GetWeights"/>.</summary>
    /// <exception cref="ArgumentException">The network cannot be worked by hand.</exception>
    public Task<float[]> OfAsync(TrainingConfig config) =>
        known.GetOrAdd(config.ToJson(), _ => new(() => TrainAsync(config with { Probes = [] }))).Value;

    private async Task<float[]> TrainAsync(TrainingConfig config)
    {
        var data = await dataSets.LoadAsync(config.Dataset);
        return await Task.Run(() =>
        {
            // Refuses what would take long.
            using var small = new InteractiveNetwork(config, data);
            using var run = new TrainingRun(config, data);
            var sink = new NoSink();
            while (!run.Finished)
            {
                run.Advance(sink);
            }

            return run.Weights().Tensors.SelectMany(tensor => tensor.Values).ToArray();
        });
    }

    private sealed class NoSink : ITrainingSink
    {
        public void Point(MetricPoint point)
        {
        }

        public void Frame(ProbeFrame frame)
        {
        }
    }
}
