namespace Classroom.Runs.Execution;

/// <summary>How a run ended.</summary>
public enum RunEndingKind
{
    Completed,
    StoppedEarly,
    Diverged,
    Stopped,
    TimeUp,
    Failed,
}
