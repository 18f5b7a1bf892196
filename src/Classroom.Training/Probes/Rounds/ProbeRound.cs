using static TorchSharp.torch;

namespace Classroom.Training.Probes.Rounds;

/// <summary>All probes of a run: after an epoch those that are due look at the network, one after another.</summary>
internal sealed class ProbeRound : IDisposable
{
    private readonly IReadOnlyList<(string Kind, Probe Probe, int Interval)> probes;
    private int done;

    public ProbeRound(ProbedRun run, double epoch)
    {
        var config = run.Config;
        var kinds = config.Probes ?? ProbeKinds.Default(config.Model, run.Data);
        probes =
        [
            .. kinds.Select(kind => (Kind: kind, Probe: ProbeKinds.Create(kind, run)))
                .Select(entry => (entry.Kind, entry.Probe, IntervalOf(entry.Probe))),
        ];

        int IntervalOf(Probe probe) => ProbeSchedule.Interval(probe.Cost, probe.Bytes, kinds.Count, config.Epochs, epoch);
    }

    /// <summary>What probes carry from one frame to the next, for a checkpoint: their generators.</summary>
    public IEnumerable<Generator> Draws => probes.Select(entry => entry.Probe.Draws).OfType<Generator>();

    /// <summary>And what they remember.</summary>
    public IEnumerable<float[]> Memory => probes.Select(entry => entry.Probe.Memory).Where(memory => memory.Length > 0);

    /// <summary>Before the optimizer's last step of an epoch.</summary>
    public void BeforeLastStep()
    {
        foreach (var (_, probe, _) in probes)
        {
            probe.BeforeLastStep();
        }
    }

    /// <summary>Works for a moment, with gradients off and the network in evaluation mode.</summary>
    /// <returns>A frame if one has become ready, and whether all have looked that are due after this epoch.</returns>
    public (ProbeFrame? Frame, bool AllDone) Advance(int step, int epoch, bool isLastEpoch)
    {
        SkipThoseNotDue(epoch, isLastEpoch);
        ProbeFrame? frame = null;
        if (done < probes.Count)
        {
            if (probes[done].Probe.Capture(isFirst: epoch == 0) is { } content)
            {
                frame = new(step, epoch, probes[done].Kind, FrameJson.Write(content));
                done++;
            }

            SkipThoseNotDue(epoch, isLastEpoch);
        }

        var allDone = done == probes.Count;
        done = allDone ? 0 : done;
        return (frame, allDone);
    }

    public void Dispose()
    {
        foreach (var (_, probe, _) in probes)
        {
            probe.Dispose();
        }
    }

    private void SkipThoseNotDue(int epoch, bool isLastEpoch)
    {
        while (done < probes.Count && !isLastEpoch && epoch % probes[done].Interval != 0)
        {
            done++;
        }
    }
}
