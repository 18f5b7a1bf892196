using System.Diagnostics;

namespace Classroom.Runs.Telemetry;

/// <summary>
/// The life of a run as OpenTelemetry's spans: one where a node takes it up, and under it one for each write. A span names the
/// run by its id, and nothing of the person whose run it is.
/// </summary>
public static class RunActivities
{
    public const string SourceName = "Classroom.Runs";

    private static readonly ActivitySource Source = new(SourceName);

    /// <param name="run">The run's id.</param>
    /// <param name="token">The fencing token of the new holder: the first one begins the run, a later one goes on with it.</param>
    internal static Activity? TakeUp(Guid run, long token) => Start(token == 1 ? "start run" : "recover run", run, default);

    /// <param name="run">The run's id.</param>
    /// <param name="points">How many points are written.</param>
    /// <param name="takenUp">What <see cref="TakeUp"/> began.</param>
    internal static Activity? StoreChunk(Guid run, int points, ActivityContext takenUp) =>
        Start("store chunk", run, takenUp)?.SetTag("classroom.chunk.points", points);

    /// <summary>The kind of the fault only: its message may quote what somebody has typed.</summary>
    internal static void SetFault(this Activity? activity, string kind) =>
        activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", kind);

    internal static void SetFault(this Activity? activity, Exception fault) => activity.SetFault(fault.GetType().FullName!);

    private static Activity? Start(string name, Guid run, ActivityContext parent) =>
        Source.StartActivity(name, ActivityKind.Internal, parent)?.SetTag("classroom.run.id", run.ToString());
}
