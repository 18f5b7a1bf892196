using Classroom.Runs.Cluster;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Tests;

public sealed class NodeEngineTests
{
    private const string Described =
        "Engine: TorchSharp 1, libtorch 2; Test processor, 2 cores; AVX, AVX2; caches L1d 32K; own kernels; checked in 0.42 s";

    private readonly LeveledLog log = new();

    [Fact]
    public async Task Many_who_need_it_at_once_wait_for_one_check_and_nothing_is_checked_before()
    {
        var checks = 0;
        var gate = new TaskCompletionSource();
        var engine = new NodeEngine(
            () =>
            {
                Interlocked.Increment(ref checks);
                gate.Task.Wait(Ct);
                return Reports.Of("own kernels");
            },
            log);
        Assert.Null(engine.Known);
        Assert.Equal(0, checks);

        var waiting = Enumerable.Range(0, 20).Select(_ => engine.CheckAsync()).ToList();
        Assert.Null(engine.Known);
        gate.SetResult();
        var reports = await Task.WhenAll(waiting);

        Assert.All(reports, report => Assert.Same(engine.Known, report));
        Assert.Equal(1, checks);
        await engine.RequireFitAsync();
        Assert.Equal([(LogLevel.Information, Described)], log.Lines);
    }

    [Fact]
    public async Task A_safer_setting_is_a_warning()
    {
        await new NodeEngine(() => Reports.SteppedDown, log).CheckAsync();

        Assert.Equal((LogLevel.Information, Described), log.Lines[0]);
        Assert.Equal(LogLevel.Warning, log.Lines[1].Level);
        Assert.EndsWith("Convolution is wrong by 3 %.", log.Lines[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task Wrong_arithmetic_is_an_error_with_every_fault_and_whoever_needs_it_is_refused()
    {
        var engine = new NodeEngine(() => Reports.Failing, log);

        var refusal = await Assert.ThrowsAsync<EngineUnfitException>(engine.RequireFitAsync);

        Assert.Contains("failed its own arithmetic check", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([LogLevel.Information, LogLevel.Error], log.Lines.Select(line => line.Level));
        Assert.EndsWith("Convolution is wrong by 3 %. LSTM gives NaN.", log.Lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_breaks_off_has_not_passed()
    {
        var engine = new NodeEngine(
            () => throw new TypeInitializationException("torch", new DllNotFoundException("no libtorch here")), log);

        var report = await engine.CheckAsync();

        Assert.False(report.Passed);
        Assert.DoesNotContain("no libtorch here", Assert.Single(report.Faults), StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Text.Contains("could not check itself", StringComparison.Ordinal));
        Assert.Equal(Processor.Current, report.Processor);
        Assert.Equal(2, log.Lines.Count(line => line.Level == LogLevel.Error));
    }

    private sealed class LeveledLog : ILogger<NodeEngine>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
