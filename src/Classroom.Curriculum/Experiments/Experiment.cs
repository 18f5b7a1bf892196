namespace Classroom.Curriculum;

/// <summary>
/// A term's experiment in the lab: predict, run, explain. The runs differ in exactly one setting from the first. The configs are plain
/// data here; that they can be trained, and that the claim comes out, is checked where the training engine is at hand.
/// </summary>
public sealed record Experiment
{
    public required string Title { get; init; }

    /// <summary>Asked before anything runs. A prediction is never wrong, so no choice is marked.</summary>
    public required ExperimentPrediction Prediction { get; init; }

    /// <summary>One to four.</summary>
    public required IReadOnlyList<ExperimentRun> Runs { get; init; }

    /// <summary>What to look at while they run, the most telling first.</summary>
    public required IReadOnlyList<ExperimentView> Views { get; init; }

    /// <summary>Asked when the runs are over.</summary>
    public required ExperimentExplanation Explanation { get; init; }

    /// <summary>What the experiment shows, in words.</summary>
    public required string Claim { get; init; }
}

public sealed record ExperimentPrediction(string Prompt, IReadOnlyList<string> Choices);

/// <param name="Name">What the run is called beside its curve, such as "40 pictures".</param>
/// <param name="ConfigJson">The training config as JSON.</param>
public sealed record ExperimentRun(string Name, string ConfigJson);

/// <param name="Prompt">What happened, and why?</param>
/// <param name="Choices">Exactly one is right.</param>
/// <param name="Text">Why it is right; for after answering.</param>
public sealed record ExperimentExplanation(string Prompt, IReadOnlyList<Choice> Choices, string Text);
