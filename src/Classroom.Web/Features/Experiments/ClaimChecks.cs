using Classroom.Curriculum.Experiments;

namespace Classroom.Web.Features.Experiments;

/// <summary>How a check of a claim is made, of an experiment's runs or of a preset's.</summary>
public static class ClaimChecks
{
    /// <summary>What runs measure has the precision of a float: 950 of 1,000 is a hair less than 0.95.</summary>
    public const double Hair = 1e-6;

    /// <summary>What is compared with the check's limits; null while it cannot be known.</summary>
    /// <param name="check">The check.</param>
    /// <param name="measured">The check's measure of a run by its name.</param>
    public static double? Value(this ExperimentCheck check, Func<string, double?> measured) => check switch
    {
        { Minus: { } other } => measured(check.Of) - measured(other),
        { Over: { } other } => measured(check.Of) / measured(other),
        _ => measured(check.Of),
    };

    /// <summary>Whether a value is within the check's limits; null where there is none. NaN never is.</summary>
    public static bool? Holds(this ExperimentCheck check, double? value) => value is { } number
        ? !double.IsNaN(number) && !(number < check.AtLeast - Hair) && !(number > check.AtMost + Hair)
        : null;
}
