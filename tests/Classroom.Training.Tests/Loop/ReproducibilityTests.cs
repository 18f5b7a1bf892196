using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Settings;
using TorchSharp;

namespace Classroom.Training.Tests;

public sealed class ReproducibilityTests
{
    private static readonly TrainingConfig Cnn = Examples.Config(Examples.SmallCnn with { Dropout = 0.3 }, epochs: 2);
    private static readonly TrainingConfig Gru = Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 12 }, epochs: 2);
    private static readonly TrainingConfig OtherCnn = Examples.Config(
        Examples.SmallCnn with { Pool = Pooling.Average, Dropout = 0.5 }, 3, seed: 7);

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public void The_same_config_gives_the_same_curve_bit_for_bit(bool cnn)
    {
        var (config, data) = Pick(cnn);
        var first = Examples.Train(config, data);
        var second = Examples.Train(config, data);

        Assert.Equal(first.Bits, second.Bits);
        Assert.Equal(first.Frames, second.Frames);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Another_seed_gives_another_curve_from_the_first_step(bool cnn)
    {
        var (config, data) = Pick(cnn);
        var first = Examples.Train(config with { Epochs = 1 }, data);
        var second = Examples.Train(config with { Epochs = 1, Seed = 43 }, data);

        Assert.NotEqual(first.Points[0].TrainLoss, second.Points[0].TrainLoss);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_run_on_another_thread_at_the_same_time_changes_nothing(bool cnn)
    {
        var (config, data) = Pick(cnn);
        var alone = Examples.Train(config, data);

        var beside = new RecordingSink();
        using var stop = new CancellationTokenSource();
        using var besideStarted = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var other = new TrainingRun(OtherCnn, Examples.FewDigits);
                while (!other.Finished && !stop.IsCancellationRequested)
                {
                    other.Advance(beside);
                    besideStarted.Set();
                }
            }
        });
        thread.Start();
        besideStarted.Wait(TestContext.Current.CancellationToken);
        var accompanied = Examples.Train(config, data);
        stop.Cancel();
        thread.Join();

        Assert.Equal(alone.Bits, accompanied.Bits);
    }

    [Fact]
    public void Garbage_collections_at_any_moment_change_nothing()
    {
        var config = Cnn with { Epochs = 20 };
        var alone = Examples.Train(config, Examples.FewDigits);

        // What TorchSharp lets go of while libtorch still reads it is gone now: once in ten thousand divisions that was so.
        using var stop = new CancellationTokenSource();
        var thread = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        thread.Start();
        try
        {
            Assert.Equal(alone.Bits, Examples.Train(config, Examples.FewDigits).Bits);
        }
        finally
        {
            stop.Cancel();
            thread.Join();
        }
    }

    [Fact]
    public void Runs_that_take_turns_on_one_thread_do_not_disturb_each_other()
    {
        var cnnAlone = Examples.Train(Cnn, Examples.FewDigits);
        var gruAlone = Examples.Train(Gru, Examples.Sentences);

        var (cnnSink, gruSink) = (new RecordingSink(), new RecordingSink());
        using var cnn = new TrainingRun(Cnn, Examples.FewDigits);
        using var gru = new TrainingRun(Gru, Examples.Sentences);
        while (!cnn.Finished || !gru.Finished)
        {
            cnn.Advance(cnnSink);
            gru.Advance(gruSink);

            // Whoever draws from the generator of the whole process must not matter either.
            torch.rand(1).Dispose();
        }

        Assert.Equal(cnnAlone.Bits, cnnSink.Bits);
        Assert.Equal(gruAlone.Bits, gruSink.Bits);
        Assert.Equal(gruAlone.Frames, gruSink.Frames);
    }

    [Fact]
    public void A_run_that_moves_between_threads_keeps_its_curve()
    {
        var alone = Examples.Train(Cnn, Examples.FewDigits);

        var sink = new RecordingSink();
        using var run = new TrainingRun(Cnn, Examples.FewDigits);
        while (!run.Finished)
        {
            var thread = new Thread(() =>
            {
                for (var i = 0; i < 5; i++)
                {
                    run.Advance(sink);
                }
            });
            thread.Start();
            thread.Join();
        }

        Assert.Equal(alone.Bits, sink.Bits);
    }

    private static (TrainingConfig Config, DataSet Data) Pick(bool cnn) =>
        cnn ? (Cnn, Examples.FewDigits) : (Gru, Examples.Sentences);
}
