namespace Classroom.Curriculum.Experiments;

/// <summary>
/// An experiment in the lab: predict, run, explain. The configs are plain data here; that they can be trained, and that
/// the claim comes out, is checked where the training engine is at hand.
/// </summary>
public sealed record Experiment
{
    /// <summary>
    /// The slug of its term, and for a further experiment of the term a slash and its own name. Its address below <c>/lab</c>; trials are
    /// stored under it.
    /// </summary>
    public required string Id { get; init; }

    public string TermSlug => ParseTermSlug(Id);

    /// <summary>It is an extra: only the term's own experiment counts towards the term.</summary>
    public bool IsFurther => Id != TermSlug;

    public required string Title { get; init; }

    /// <summary>What it tries to find out, in one sentence.</summary>
    public required string Question { get; init; }

    /// <summary>What one does with one's own hands besides; null for nothing.</summary>
    public ExperimentHands? Hands { get; init; }

    /// <summary>Weights and biases that one may spend; only with <see cref="ExperimentHands.Build"/>.</summary>
    public int? Budget { get; init; }

    /// <summary>Asked before anything runs. A prediction is never wrong, so no choice is marked.</summary>
    public required ExperimentPrediction Prediction { get; init; }

    /// <summary>Trained before the others, which go on from its weights where their config says <c>from: base</c>.</summary>
    public ExperimentRun? Base { get; init; }

    /// <summary>One to four, each differing from one before it in exactly one setting; of a sweep, one for each cell, row by row.</summary>
    public required IReadOnlyList<ExperimentRun> Runs { get; init; }

    /// <summary>What the grid of runs is made of; null where there is none.</summary>
    public ExperimentSweep? Sweep { get; init; }

    /// <summary>What to look at while they run, the most telling first.</summary>
    public required IReadOnlyList<ExperimentView> Views { get; init; }

    /// <summary>The number that each run is compared by, one of <see cref="ExperimentMeasures.Names"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>Asked when the runs are over.</summary>
    public required IReadOnlyList<ExperimentQuestion> Questions { get; init; }

    public required ExperimentClaim Claim { get; init; }

    /// <summary>The student's own networks count, and <see cref="Runs"/> only shows that there is a solution.</summary>
    public bool IsBuild => Hands == ExperimentHands.Build;

    /// <summary>The term that an experiment of this <see cref="Id"/> belongs to.</summary>
    public static string ParseTermSlug(string id) => id.Split('/')[0];
}
