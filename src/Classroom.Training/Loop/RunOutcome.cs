using Classroom.Training.Settings;

namespace Classroom.Training.Loop;

/// <summary>How a run stands.</summary>
public enum RunOutcome
{
    Running,
    Completed,

    /// <summary>The loss became infinite or not a number.</summary>
    Diverged,

    /// <summary>The validation loss had not become better for as many epochs as <see cref="TrainingConfig.Patience"/> allows.</summary>
    StoppedEarly,
}
