using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class ProbeScheduleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(1_000)]
    public void However_long_a_run_is_it_has_at_most_sixty_frames_of_a_kind(int epochs)
    {
        var interval = ProbeSchedule.Interval(cost: 1, bytes: 100, probes: 1, epochs, epoch: 1e6);

        Assert.InRange(Frames(epochs, interval), Math.Min(epochs + 1, 30), ProbeSchedule.MostFrames);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(64_000)]
    public void Large_frames_are_fewer(int bytes)
    {
        var interval = ProbeSchedule.Interval(cost: 1, bytes, probes: 1, epochs: 1_000, epoch: 1e6);

        Assert.InRange(Frames(1_000, interval) * bytes, ProbeSchedule.MostBytes / 2, ProbeSchedule.MostBytes);
    }

    [Fact]
    public void Costly_frames_are_fewer_and_the_more_so_the_more_probes_share_the_time()
    {
        var alone = ProbeSchedule.Interval(cost: 10_000, bytes: 100, probes: 1, epochs: 10, epoch: 50_000);
        var shared = ProbeSchedule.Interval(cost: 10_000, bytes: 100, probes: 4, epochs: 10, epoch: 50_000);

        Assert.True(10_000.0 / (alone * 50_000) <= 0.1);
        Assert.True(4 * 10_000.0 / (shared * 50_000) <= 0.1);
        Assert.Equal(int.MaxValue, ProbeSchedule.Interval(cost: 1e12, bytes: 100, probes: 1, epochs: 10, epoch: 1));
    }

    [Fact]
    public void A_run_of_a_thousand_epochs_keeps_to_it()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [2] }, epochs: 1_000) with { BatchSize = 320, Probes = [ProbeKinds.Network] };
        var frames = Examples.Train(config, Examples.Ring).Frames;

        Assert.InRange(frames.Count, 30, ProbeSchedule.MostFrames);
        Assert.Equal((0, 1_000), (frames[0].Epoch, frames[^1].Epoch));
    }

    [Fact]
    public void Much_work_is_done_in_several_moments()
    {
        using var probed = new Probed(Examples.Config(Examples.SmallCnn), BuiltInDataSets.Get("digits")!);
        using var confusion = ProbeKinds.Create(ProbeKinds.Confusion, probed.Run);

        Assert.InRange(Probed.Capture(confusion).Moments, 5, 1_000);
    }

    private static int Frames(int epochs, int interval) => 1 + ((epochs + interval - 1) / interval);
}
