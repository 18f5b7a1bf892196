namespace Classroom.School.Runs;

public enum RunState
{
    Queued,
    Running,
    Paused,
    Completed,
    Stopped,

    /// <summary>The loss became NaN or infinite.</summary>
    Diverged,
    Failed,
}

public static class RunStates
{
    /// <summary>The states of a run that goes on, as a query compares them.</summary>
    internal static readonly IReadOnlyList<RunState> Unfinished = [RunState.Queued, RunState.Running, RunState.Paused];

    public static bool IsFinished(this RunState state) => state >= RunState.Completed;
}
