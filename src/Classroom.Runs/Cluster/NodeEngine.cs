using System.Globalization;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Cluster;

/// <summary>
/// What this process has found out about its own arithmetic. It checks once, and only where somebody needs it: a check loads
/// libtorch and takes up to a second.
/// </summary>
public sealed class NodeEngine
{
    private readonly ILogger<NodeEngine> logger;
    private readonly Lazy<Task<EngineReport>> checking;

    /// <param name="check">Makes the check.</param>
    /// <param name="logger">Told once what came of it.</param>
    public NodeEngine(Func<EngineReport> check, ILogger<NodeEngine> logger)
    {
        this.logger = logger;

        // On a thread of its own: the program goes on starting meanwhile, and no request waits for a pool that is busy with sums.
        checking = new(() => Task.Factory.StartNew(
            () => Check(check), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Null where nobody has needed the check yet, or it is not done.</summary>
    public EngineReport? Known =>
        checking is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var report } } ? report : null;

    /// <summary>Waits for the check, and starts it where nobody has.</summary>
    public EngineReport Report => CheckAsync().GetAwaiter().GetResult();

    /// <summary>The report in one line.</summary>
    public static string Describe(EngineReport report) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Libraries}; {report.Processor}; {report.Setting}; checked in {report.Time.TotalSeconds:0.00} s");

    /// <summary>The first call starts the check; the others wait for the same one.</summary>
    public Task<EngineReport> CheckAsync() => checking.Value;

    /// <summary>Does nothing where this process computes correctly.</summary>
    /// <exception cref="EngineUnfitException">It does not.</exception>
    public async Task RequireFitAsync() => EngineUnfitException.ThrowIfUnfit(await CheckAsync());

    private EngineReport Check(Func<EngineReport> check)
    {
        EngineReport report;
        try
        {
            report = check();
        }
        catch (Exception fault)
        {
            // Such as a libtorch that cannot be loaded: who cannot compute must not train, but can still show lessons.
            logger.LogError(fault, "The engine could not check itself");
            report = new()
            {
                Processor = Processor.Current,
                Libraries = "libraries unknown",
                Setting = "no setting",
                Faults = ["The check itself broke off, so the math library may not be there at all; the log at the start says why."],
                Passed = false,
            };
        }

        Tell(report);
        return report;
    }

    private void Tell(EngineReport report)
    {
        logger.LogInformation("Engine: {Description}", Describe(report));
        if (!report.Passed)
        {
            logger.LogError(
                "The engine computes wrongly on this machine, so nothing is trained here: {Faults}", string.Join(" ", report.Faults));
        }
        else if (report.Faults.Count > 0)
        {
            logger.LogWarning(
                "The engine computes correctly, but only with a safer setting than it first tried: {Faults}",
                string.Join(" ", report.Faults));
        }
    }
}
