namespace Classroom.Training.Data;

/// <summary>How examples were divided into those to train on and those to validate.</summary>
public enum SplitKind
{
    /// <summary>Shuffled, always the same way, and a fifth of each class for validation.</summary>
    Stratified,

    /// <summary>As the folders say: train and test.</summary>
    Folders,

    /// <summary>In the order of the text, its last fifth for validation.</summary>
    InOrder,
}
