namespace Classroom.Training;

/// <summary>How this process computes.</summary>
public static class Engine
{
    private static readonly Lazy<(EngineSetting Setting, EngineReport Report)> Checked = new(Check);

    // A test may want another setting on its own thread.
    [ThreadStatic]
    private static EngineSetting? ofThisThread;

    /// <summary>What the check of this machine found. The first look runs the check, up to a second; others wait for it.</summary>
    public static EngineReport Report => Checked.Value.Report;

    internal static EngineSetting Setting => ofThisThread ?? Checked.Value.Setting;

    /// <summary>Has the check run if it has not yet, and makes sure that it was passed.</summary>
    /// <exception cref="EngineUnfitException">It was not.</exception>
    internal static void Require() => EngineUnfitException.ThrowIfUnfit(Report);

    /// <summary>Computes on this thread under another setting until the result is disposed. OneDNN stays as it is.</summary>
    internal static IDisposable Use(EngineSetting setting) => new Override(setting);

    // On a thread of its own: whether gradients are wanted and which scope disposes tensors belongs to the thread that asks first.
    private static (EngineSetting Setting, EngineReport Report) Check()
    {
        var check = Task.Factory.StartNew(
            EngineCheck.Usual.Run,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return check.GetAwaiter().GetResult();
    }

    private sealed class Override : IDisposable
    {
        private readonly EngineSetting? before = ofThisThread;

        public Override(EngineSetting setting) => ofThisThread = setting;

        public void Dispose() => ofThisThread = before;
    }
}
