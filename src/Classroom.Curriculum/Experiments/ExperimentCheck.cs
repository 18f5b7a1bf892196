namespace Classroom.Curriculum.Experiments;

/// <summary>
/// One measured number and its limits: the measure of a run, or that minus, or divided by, the measure of another.
/// </summary>
public sealed record ExperimentCheck
{
    /// <summary>For <see cref="Of"/>: of all the networks that were trained, hers too, the one with the lowest measure.</summary>
    public const string Fewest = "fewest";

    /// <summary>For <see cref="Of"/>, <see cref="Minus"/> and <see cref="Over"/> of a sweep: its run with the highest measure.</summary>
    public const string Best = "best";

    /// <summary>The run of a sweep with the lowest measure.</summary>
    public const string Worst = "worst";

    /// <summary>For <see cref="Of"/> where one builds: the best of the networks that she has built, and ours before there is one.</summary>
    public const string Own = "own";

    /// <summary>One of <see cref="ExperimentMeasures.Names"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>What the measure counts up to, where it asks for that.</summary>
    public double? Level { get; init; }

    /// <summary>The name of the run.</summary>
    public required string Of { get; init; }

    public string? Minus { get; init; }

    public string? Over { get; init; }

    public double? AtLeast { get; init; }

    public double? AtMost { get; init; }

    /// <summary>What runs measure has the precision of a float: 950 of 1,000 is a hair less than 0.95.</summary>
    public const double Hair = 1e-6;

    /// <summary>Whether a value is within the limits; null where there is none. NaN never is.</summary>
    public bool? Holds(double? value) => value is { } number
        ? !double.IsNaN(number) && !(number < AtLeast - Hair) && !(number > AtMost + Hair)
        : null;
}
