using Classroom.Training.Operations;

namespace Classroom.Benchmarks;

/// <summary>
/// Steps a second of our run against another loop that trains the same model. Rounds take turns, so that a busy machine slows
/// both; the ratio is the median of the rounds' ratios, above 1 where ours is faster.
/// </summary>
public static class SpeedComparison
{
    private const int Rounds = 9;

    /// <summary>Against the shortest TorchSharp loop, on the same thread.</summary>
    public static int WithBareLoop(string? only = null) => Compare(only, "bare loop", model =>
    {
        var bare = new BareRun(model);
        return (steps => Effort.Of(() => bare.Train(steps)), bare);
    });

    /// <summary>Against Debian's PyTorch, on one thread of its own process.</summary>
    public static int WithPeers(string? only = null) => Compare(only, "PyTorch", model =>
    {
        var peer = new PeerRun(model);
        return (peer.Train, peer);
    });

    private static int Compare(string? only, string name, Func<SpeedModel, (Func<int, Effort> Train, IDisposable Run)> other)
    {
        TorchRuntime.Initialize();
        foreach (var model in SpeedModel.All.Where(model => only is null || model.Peer.StartsWith(only, StringComparison.Ordinal)))
        {
            using var ours = new OurRun(model.Config, model.Data);
            var (train, run) = other(model);
            using var _ = run;
            var steps = model.StepsARound;
            ours.Train(steps);
            train(steps);
            var efforts = Enumerable.Range(0, Rounds)
                .Select(_ => (Ours: Effort.Of(() => ours.Train(steps)), Theirs: train(steps)))
                .ToList();
            var clock = Sorted(efforts.Select(round => round.Theirs.Clock / round.Ours.Clock));
            var processor = Sorted(efforts.Select(round => round.Theirs.Processor / round.Ours.Processor));
            Console.WriteLine(
                $"{model.Name}: ours {Median(efforts.Select(round => steps / round.Ours.Clock)):0} steps/s, {name} "
                + $"{Median(efforts.Select(round => steps / round.Theirs.Clock)):0}; "
                + $"ratio {clock[Rounds / 2]:0.00} ({clock[0]:0.00} to {clock[^1]:0.00}), by processor time {processor[Rounds / 2]:0.00} "
                + $"({processor[0]:0.00} to {processor[^1]:0.00})");
        }

        return 0;
    }

    private static double Median(IEnumerable<double> values) => Sorted(values)[Rounds / 2];

    private static double[] Sorted(IEnumerable<double> values) => [.. values.Order()];
}
