using Classroom.Training.Operations;

namespace Classroom.Training.SelfCheck;

/// <summary>How this process computes.</summary>
public static class Engine
{
    private static readonly Lazy<(EngineSetting Setting, EngineReport Report)> Checked = new(Check);

    /// <summary>What the check of this machine found. The first look runs the check, up to a second; others wait for it.</summary>
    public static EngineReport Report => Checked.Value.Report;

    /// <summary>What the check has chosen.</summary>
    internal static EngineSetting Setting => Checked.Value.Setting;

    /// <summary>Has the check run if it has not yet, and makes sure that it was passed.</summary>
    /// <exception cref="EngineUnfitException">It was not.</exception>
    internal static void Require() => EngineUnfitException.ThrowIfUnfit(Report);

    // On a thread of its own: whether gradients are wanted and which scope disposes tensors belongs to the thread that asks first.
    private static (EngineSetting Setting, EngineReport Report) Check()
    {
        var check = Task.Factory.StartNew(
            EngineCheck.Usual.Run,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        var (setting, report) = check.GetAwaiter().GetResult();
        setting.Choose();
        return (setting, report);
    }
}
