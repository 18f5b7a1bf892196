namespace Classroom.Curriculum.Experiments;

/// <summary>What one does with one's own hands in an experiment; content names them in small letters with hyphens.</summary>
public enum ExperimentHands
{
    /// <summary>Draws a digit, and the trained network says what it reads.</summary>
    DrawDigit,

    /// <summary>Sets the weights of a small network by sliders.</summary>
    WeightSliders,

    /// <summary>Trains one batch at a time and sees the gradients.</summary>
    OneBatch,

    /// <summary>Builds a network within a budget of weights.</summary>
    Build,

    /// <summary>Stops the training at the right moment.</summary>
    Stop,
}
