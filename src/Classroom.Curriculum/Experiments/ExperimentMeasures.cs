namespace Classroom.Curriculum.Experiments;

/// <summary>The measures that content may name; what each is, the training engine says. A test holds the two lists together.</summary>
public static class ExperimentMeasures
{
    public static readonly IReadOnlyList<string> Names =
    [
        "validation-accuracy",
        "validation-loss",
        "train-loss",
        "best-validation-loss",
        "best-epoch",
        "best-epoch-share",
        "overfitting",
        "gap",
        "loss-noise",
        "seconds-per-epoch",
        "steps-to-accuracy",
        "loss-left",
        "diverged",
        "gradient-ratio",
        "time-step-ratio",
        "layers-with-gradient",
        "reconstruction-share",
        "cluster-purity",
        "weights",
        "neurons-to-accuracy",
    ];

    /// <summary>Those that count up to a level, which is an accuracy from 0 to 1.</summary>
    public static readonly IReadOnlyList<string> WithLevel = ["steps-to-accuracy", "neurons-to-accuracy"];
}
