using Classroom.Curriculum.Experiments;

namespace Classroom.Web.Features.Experiments;

/// <summary>How a check of a claim is made, of an experiment's runs or of a preset's.</summary>
public static class ClaimChecks
{
    /// <summary>What is compared with the check's limits; null while it cannot be known.</summary>
    /// <param name="check">The check.</param>
    /// <param name="measured">The check's measure of a run by its name.</param>
    public static double? Value(this ExperimentCheck check, Func<string, double?> measured) => check switch
    {
        { Minus: { } other } => measured(check.Of) - measured(other),
        { Over: { } other } => measured(check.Of) / measured(other),
        _ => measured(check.Of),
    };
}
