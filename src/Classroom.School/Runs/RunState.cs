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
    public static bool IsFinished(this RunState state) => state >= RunState.Completed;
}
